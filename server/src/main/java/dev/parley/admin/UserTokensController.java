package dev.parley.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.OneTimeSecretView;
import dev.parley.admin.view.TokenForm;
import dev.parley.admin.view.UserForm;
import dev.parley.identity.ApiTokens;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.identity.User;
import dev.parley.identity.UserId;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The API tokens of one user: issues and revokes them.
@Controller
@RequestMapping("/admin/users/{id}/tokens")
class UserTokensController {
    private final Templates templates;
    private final ApiTokens tokens;
    private final UserScreen screen;

    UserTokensController(Templates templates, ApiTokens tokens, UserScreen screen) {
        this.templates = templates;
        this.tokens = tokens;
        this.screen = screen;
    }

    @PostMapping
    Answer issue(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var user = screen.user(id);
        var form = TokenForm.typed(typed);
        var problems = problems(frame, user, form);
        if (!problems.isEmpty()) {
            var shown = new UserScreen.Shown(user, UserForm.of(user), form, Map.of());
            return Answer.invalid(screen.show(frame, me, shown, problems, ""));
        }
        var issued = tokens.issue(user.id(), form.draft(), me.userId());
        return Answer.show(
                templates.adminKitOnce(
                        frame,
                        new OneTimeSecretView(
                                frame.text("admin.token.issued", form.name()),
                                frame.text("admin.token.once", user.displayName()),
                                frame.text("admin.token"),
                                issued.key(),
                                "/admin/users/" + id,
                                user.displayName())));
    }

    private static Problems problems(PageFrame frame, User user, TokenForm form) {
        var named =
                new FormCheck(frame.t())
                        .filled("tokenName", "admin.token.name", form.name(), FormCheck.NAME);
        var offered = TokenForm.offered(user.is(Role.ADMINISTRATOR));
        return !form.scopes().isEmpty() && offered.containsAll(form.scopes())
                ? named
                : named.merge(Problems.with("scopes", frame.text("admin.token.scopesNeeded")));
    }

    @PostMapping("/{token}/revocation")
    Answer revoke(SignedIn me, @PathVariable UUID id, @PathVariable UUID token) {
        tokens.revoke(new UserId(id), token, me.userId());
        return Answer.redirect("/admin/users/" + id + "?saved");
    }
}
