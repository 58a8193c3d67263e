package dev.parley.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.OneTimeSecretView;
import dev.parley.admin.kit.Problems;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.view.TokenForm;
import dev.parley.admin.view.UserForm;
import dev.parley.admin.view.UserView;
import dev.parley.identity.ApiToken;
import dev.parley.identity.ApiTokens;
import dev.parley.identity.Credentials;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.identity.User;
import dev.parley.identity.UserChange;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.PagedRows;
import dev.parley.platform.language.Language;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One user: roles, password and API tokens.
@Controller
@RequestMapping("/admin/users/{id}")
class UserController {
    private static final List<String> TOKEN_SORTS = List.of("-created", "name", "expires", "used");

    private final Templates templates;
    private final Users users;
    private final Credentials credentials;
    private final ApiTokens tokens;
    private final UserNames names;
    private final EditConflict editConflict;
    private final Clock clock;

    UserController(
            Templates templates,
            Users users,
            Credentials credentials,
            ApiTokens tokens,
            UserNames names,
            EditConflict editConflict,
            Clock clock) {
        this.templates = templates;
        this.users = users;
        this.credentials = credentials;
        this.tokens = tokens;
        this.names = names;
        this.editConflict = editConflict;
        this.clock = clock;
    }

    @GetMapping
    JteModel show(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> asked) {
        var user = user(id);
        var notice = asked.containsKey("saved") ? frame.text("account.saved") : "";
        var shown = new Asked(user, UserForm.of(user), TokenForm.EMPTY, asked);
        return page(frame, me, shown, Problems.NONE, notice);
    }

    @PostMapping
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var user = user(id);
        var form = UserForm.typed(user.signInName(), typed);
        var problems = UsersController.commonProblems(frame, form);
        if (!problems.isEmpty()) {
            return again(frame, me, user, form, problems);
        }
        return switch (users.change(changed(user, form), me)) {
            case UserChange.LastAdministrator() -> again(frame, me, user, form, last(frame));
            case UserChange.Conflict(var now) -> overtaken(frame, me, now, form);
            case UserChange.Done _, UserChange.DoneWithPassword _, UserChange.NameTaken _ ->
                    Answer.redirect("/admin/users/" + id + "?saved");
        };
    }

    private Answer overtaken(PageFrame frame, SignedIn me, User now, UserForm form) {
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return again(frame, me, now, form.over(now.revision()), problem);
    }

    @PostMapping("/password")
    JteModel resetPassword(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var user = user(id);
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

    @PostMapping("/tokens")
    Answer issue(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var user = user(id);
        var form = TokenForm.typed(typed);
        var problems = problems(frame, user, form);
        if (!problems.isEmpty()) {
            var asked = new Asked(user, UserForm.of(user), form, Map.of());
            return Answer.invalid(page(frame, me, asked, problems, ""));
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

    @PostMapping("/tokens/{token}/revocation")
    Answer revoke(SignedIn me, @PathVariable UUID id, @PathVariable UUID token) {
        tokens.revoke(new UserId(id), token, me.userId());
        return Answer.redirect("/admin/users/" + id + "?saved");
    }

    private User user(UUID id) {
        return users.byId(new UserId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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
        var asked = new Asked(user, form, TokenForm.EMPTY, Map.of());
        return Answer.invalid(page(frame, me, asked, problems, ""));
    }

    private JteModel page(
            PageFrame frame, SignedIn me, Asked asked, Problems problems, String notice) {
        var id = asked.user.id();
        var listing = Listing.of("/admin/users/" + id, asked.parameters, TOKEN_SORTS);
        var found = tokens.find(id, listing.pageRequest());
        var userNames = names.of(found.rows().stream().map(ApiToken::createdBy).toList());
        var now = clock.instant();
        var lines =
                found.rows().stream()
                        .map(token ->
                                new UserView.Token(
                                        token,
                                        UserNames.of(frame, userNames, token.createdBy()),
                                        token.expired(now)))
                        .toList();
        return templates.adminUser(
                frame,
                new UserView(
                        asked.user,
                        asked.form,
                        listing,
                        new PagedRows<>(lines, found.all()),
                        asked.token,
                        me.userId().equals(id),
                        problems,
                        notice));
    }

    /// The user of the page, with the input for the user and a new token, and the list parameters
    /// of their tokens.
    private record Asked(
            User user, UserForm form, TokenForm token, Map<String, String> parameters) {}
}
