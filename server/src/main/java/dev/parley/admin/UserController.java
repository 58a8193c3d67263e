package dev.parley.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.OneTimeSecretView;
import dev.parley.admin.view.TokenForm;
import dev.parley.admin.view.UserForm;
import dev.parley.identity.Credentials;
import dev.parley.identity.SignedIn;
import dev.parley.identity.User;
import dev.parley.identity.UserChange;
import dev.parley.identity.Users;
import dev.parley.platform.language.Language;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One user: roles and password.
@Controller
@RequestMapping("/admin/users/{id}")
class UserController {
    private final Templates templates;
    private final Users users;
    private final Credentials credentials;
    private final EditConflict editConflict;
    private final UserScreen screen;

    UserController(
            Templates templates,
            Users users,
            Credentials credentials,
            EditConflict editConflict,
            UserScreen screen) {
        this.templates = templates;
        this.users = users;
        this.credentials = credentials;
        this.editConflict = editConflict;
        this.screen = screen;
    }

    @GetMapping
    JteModel show(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> asked) {
        var user = screen.user(id);
        var notice = asked.containsKey("saved") ? frame.text("account.saved") : "";
        var shown = new UserScreen.Shown(user, UserForm.of(user), TokenForm.EMPTY, asked);
        return screen.show(frame, me, shown, Problems.NONE, notice);
    }

    @PostMapping
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var user = screen.user(id);
        var form = UserForm.typed(user.signInName(), typed);
        var problems = UsersController.commonProblems(frame, form);
        if (!problems.isEmpty()) {
            return again(frame, me, user, form, problems);
        }
        return switch (users.change(changed(user, form), me)) {
            case UserChange.LastAdministrator() -> again(frame, me, user, form, last(frame));
            case UserChange.Conflict(var now) -> conflict(frame, me, now, form);
            case UserChange.Done _, UserChange.DoneWithPassword _, UserChange.NameTaken _ ->
                    Answer.redirect("/admin/users/" + id + "?saved");
        };
    }

    private Answer conflict(PageFrame frame, SignedIn me, User now, UserForm form) {
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return again(frame, me, now, form.over(now.revision()), problem);
    }

    @PostMapping("/password")
    JteModel resetPassword(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var user = screen.user(id);
        var password = credentials.reset(user.id(), me);
        return templates.adminKitOnce(
                frame,
                new OneTimeSecretView(
                        frame.text("admin.user.passwordReset", user.displayName()),
                        frame.text("admin.user.passwordOnce", user.signInName()),
                        frame.text("admin.user.oneTimePassword"),
                        password,
                        "/admin/users/" + id,
                        user.displayName()));
    }

    private static User changed(User user, UserForm form) {
        return user.changed(
                form.displayName(),
                form.roles(),
                Language.tagged(form.language()).orElse(null),
                form.active(),
                form.revision());
    }

    private static Problems last(PageFrame frame) {
        return Problems.with("roles", frame.text("admin.user.lastAdministrator"));
    }

    private Answer again(
            PageFrame frame, SignedIn me, User user, UserForm form, Problems problems) {
        var shown = new UserScreen.Shown(user, form, TokenForm.EMPTY, Map.of());
        return Answer.invalid(screen.show(frame, me, shown, problems, ""));
    }
}
