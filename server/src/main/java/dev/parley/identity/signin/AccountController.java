package dev.parley.identity.signin;

import dev.parley.identity.Confirmation;
import dev.parley.identity.Credentials;
import dev.parley.identity.Passwords;
import dev.parley.identity.SignedIn;
import dev.parley.identity.Users;
import dev.parley.platform.language.Language;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
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
                new OwnAccountView(me.name(), me.languageTag().orElse(""), "", saved.isPresent());
        return templates.identityOwnAccount(frame, view);
    }

    @PostMapping("/account")
    Answer change(
            PageFrame frame,
            SignedIn me,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String language) {
        var name = displayName.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            var problem = frame.text("account.nameNeeded", LONGEST_NAME);
            var view = new OwnAccountView(displayName, language, problem, false);
            return Answer.invalid(templates.identityOwnAccount(frame, view));
        }
        users.changeOwn(me, name, Language.tagged(language).orElse(null));
        return Answer.redirect("/account?saved");
    }

    @GetMapping(PASSWORD)
    JteModel password(PageFrame frame, SignedIn me) {
        return templates.identityPassword(
                frame, new PasswordView(me.mustChangePassword(), "", "", ""));
    }

    @PostMapping(PASSWORD)
    Answer choose(
            PageFrame frame,
            SignedIn me,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response) {
        var verdict = judge(frame, me, current, chosen, repeated);
        if (!verdict.fine()) {
            return Answer.invalid(templates.identityPassword(frame, verdict));
        }
        sessions.start(credentials.choose(me, chosen), request, response);
        return Answer.redirect(me.mustChangePassword() ? "/" : "/account?saved");
    }

    private PasswordView judge(
            PageFrame frame, SignedIn me, String current, String chosen, String repeated) {
        return new PasswordView(
                me.mustChangePassword(),
                confirmed(frame, me, current),
                flaw(frame, me, current, chosen),
                chosen.equals(repeated) ? "" : frame.text("account.repeatedDiffers"));
    }

    private String confirmed(PageFrame frame, SignedIn me, String current) {
        return switch (credentials.confirm(me, current)) {
            case Confirmation.Confirmed() -> "";
            case Confirmation.WrongPassword() -> frame.text("account.currentWrong");
            case Confirmation.Throttled(var time) ->
                    frame.t().count("account.currentWait", time.plusSeconds(59).toMinutes());
        };
    }

    private static String flaw(PageFrame frame, SignedIn me, String current, String chosen) {
        return switch (Passwords.flaw(chosen, me.signInName())) {
            case TOO_SHORT -> frame.text("account.passwordTooShort", Passwords.MIN_LENGTH);
            case TOO_LONG -> frame.text("account.passwordTooLong", Passwords.MAX_LENGTH);
            case CONTAINS_NAME -> frame.text("account.passwordHoldsName");
            case EASY_TO_GUESS -> frame.text("account.passwordEasy");
            case NONE -> chosen.equals(current) ? frame.text("account.passwordSame") : "";
        };
    }
}
