package dev.parley.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.OneTimeSecretView;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.view.UserForm;
import dev.parley.admin.view.UsersView;
import dev.parley.identity.NewUser;
import dev.parley.identity.SignedIn;
import dev.parley.identity.User;
import dev.parley.identity.UserChange;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.language.Language;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of users, and the form for a new one.
@Controller
@RequestMapping("/admin/users")
class UsersController {
    private static final List<String> SORTS =
            List.of("name", "signInName", "created", "changed", "lastSignIn");
    private static final Pattern SIGN_IN_NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,100}");

    private final Templates templates;
    private final Users users;
    private final UserNames names;

    UsersController(Templates templates, Users users, UserNames names) {
        this.templates = templates;
        this.users = users;
        this.names = names;
    }

    @GetMapping
    JteModel list(PageFrame frame, @RequestParam Map<String, String> parameters) {
        var listing = Listing.of("/admin/users", parameters, SORTS);
        var found = users.find(listing.pageRequest());
        var userNames =
                names.of(
                        found.rows().stream()
                                .flatMap(one -> Stream.of(one.createdBy(), one.changedBy()))
                                .toList());
        var lines = found.rows().stream().map(user -> line(frame, userNames, user)).toList();
        return templates.adminUsers(frame, new UsersView(listing, lines, found.all()));
    }

    private static UsersView.Line line(PageFrame frame, Map<UserId, String> userNames, User user) {
        return new UsersView.Line(
                user,
                UserNames.made(
                        frame,
                        userNames,
                        user.createdAt(),
                        user.createdBy(),
                        user.changedAt(),
                        user.changedBy()));
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame) {
        return templates.adminNewUser(frame, UserForm.EMPTY, Problems.NONE);
    }

    @PostMapping("/new")
    Answer create(PageFrame frame, SignedIn me, FormInput typed) {
        var form = UserForm.typed(typed.text("signInName"), typed);
        var problems = problems(frame, form);
        if (!problems.isEmpty()) {
            return again(frame, form, problems);
        }
        var draft =
                new NewUser(
                        form.signInName(),
                        form.displayName(),
                        form.roles(),
                        Language.tagged(form.language()).orElse(null));
        return switch (users.create(draft, me)) {
            case UserChange.DoneWithPassword(_, var password) ->
                    Answer.show(templates.adminKitOnce(frame, once(frame, form, password)));
            case UserChange.NameTaken() -> again(frame, form, taken(frame));
            case UserChange.Done _, UserChange.Conflict _, UserChange.LastAdministrator _ ->
                    throw new IllegalStateException("A new user must have a password");
        };
    }

    private static Problems problems(PageFrame frame, UserForm form) {
        var name = form.signInName();
        var check = new FormCheck(frame.t());
        var signIn = check.filled("signInName", "admin.user.signInName", name, FormCheck.NAME);
        if (signIn.isEmpty() && !SIGN_IN_NAME.matcher(name).matches()) {
            signIn = Problems.with("signInName", frame.text("admin.user.signInNameOdd"));
        }
        return signIn.merge(commonProblems(frame, form));
    }

    /// The checks for both new and existing users.
    static Problems commonProblems(PageFrame frame, UserForm form) {
        var display =
                new FormCheck(frame.t())
                        .filled(
                                "displayName",
                                "account.displayName",
                                form.displayName(),
                                FormCheck.NAME);
        return form.roles().isEmpty()
                ? display.merge(Problems.with("roles", frame.text("admin.user.rolesNeeded")))
                : display;
    }

    private static Problems taken(PageFrame frame) {
        return Problems.with("signInName", frame.text("admin.user.signInNameTaken"));
    }

    private Answer again(PageFrame frame, UserForm form, Problems problems) {
        return Answer.invalid(templates.adminNewUser(frame, form, problems));
    }

    private static OneTimeSecretView once(PageFrame frame, UserForm form, String password) {
        return new OneTimeSecretView(
                frame.text("admin.user.created", form.displayName()),
                frame.text("admin.user.passwordOnce", form.signInName()),
                frame.text("admin.user.oneTimePassword"),
                password,
                "/admin/users",
                frame.text("admin.users"));
    }
}
