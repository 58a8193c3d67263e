package dev.parley.identity.web;

import dev.parley.identity.Confirmation;
import dev.parley.identity.Credentials;
import dev.parley.identity.Passwords;
import dev.parley.identity.SignedIn;
import dev.parley.identity.Users;
import dev.parley.platform.language.Language;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The user's own account: name, language, password.
@Controller
class AccountController {
    static final String PASSWORD = "/account/password";
    private static final int LONGEST_NAME = 100;

    private final Templates templates;
    private final Users users;
    private final Credentials credentials;
    private final SignInSessions sessions;

    AccountController(
            Templates templates, Users users, Credentials credentials, SignInSessions sessions) {
        this.templates = templates;
        this.users = users;
        this.credentials = credentials;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    JteModel account(PageFrame frame, SignedIn me, @RequestParam Optional<String> saved) {
        var view =
                new OwnAccountView(
                        me.name(), me.languageTag().orElse(""), Problems.NONE, saved.isPresent());
        return templates.identityOwnAccount(frame, view);
    }

    @PostMapping("/account")
    Answer change(PageFrame frame, SignedIn me, FormInput typed) {
        var name = typed.text("displayName");
        var language = typed.text("language");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            var problem = frame.text("account.nameNeeded", LONGEST_NAME);
            var problems = Problems.with("displayName", problem);
            var view = new OwnAccountView(name, language, problems, false);
            return Answer.invalid(templates.identityOwnAccount(frame, view));
        }
        users.changeOwn(me, name, Language.tagged(language).orElse(null));
        return Answer.redirect("/account?saved");
    }

    @GetMapping(PASSWORD)
    JteModel password(PageFrame frame, SignedIn me) {
        return templates.identityPassword(
                frame, new PasswordView(me.mustChangePassword(), Problems.NONE));
    }

    @PostMapping(PASSWORD)
    Answer choose(
            PageFrame frame,
            SignedIn me,
            FormInput typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var problems = problems(frame, me, typed);
        if (!problems.isEmpty()) {
            var view = new PasswordView(me.mustChangePassword(), problems);
            return Answer.invalid(templates.identityPassword(frame, view));
        }
        sessions.start(credentials.choose(me, typed.verbatim("chosen")), request, response);
        return Answer.redirect(me.mustChangePassword() ? "/" : "/account?saved");
    }

    private Problems problems(PageFrame frame, SignedIn me, FormInput typed) {
        var current = typed.verbatim("current");
        var chosen = typed.verbatim("chosen");
        return confirmed(frame, me, current)
                .merge(flaw(frame, me, current, chosen))
                .merge(
                        chosen.equals(typed.verbatim("repeated"))
                                ? Problems.NONE
                                : Problems.with("repeated", frame.text("account.repeatedDiffers")));
    }

    private Problems confirmed(PageFrame frame, SignedIn me, String current) {
        return switch (credentials.confirm(me, current)) {
            case Confirmation.Confirmed() -> Problems.NONE;
            case Confirmation.WrongPassword() ->
                    Problems.with("current", frame.text("account.currentWrong"));
            case Confirmation.Throttled(var time) ->
                    Problems.with(
                            "current",
                            frame.t()
                                    .count(
                                            "account.currentWait",
                                            time.plusSeconds(59).toMinutes()));
        };
    }

    private static Problems flaw(PageFrame frame, SignedIn me, String current, String chosen) {
        var flaw = Passwords.flaw(chosen, me.signInName());
        if (flaw == Passwords.Flaw.NONE && !chosen.equals(current)) {
            return Problems.NONE;
        }
        return Problems.with(
                "chosen",
                switch (flaw) {
                    case TOO_SHORT -> frame.text("account.passwordTooShort", Passwords.MIN_LENGTH);
                    case TOO_LONG -> frame.text("account.passwordTooLong", Passwords.MAX_LENGTH);
                    case CONTAINS_NAME -> frame.text("account.passwordHoldsName");
                    case EASY_TO_GUESS -> frame.text("account.passwordEasy");
                    case NONE -> frame.text("account.passwordSame");
                });
    }
}
