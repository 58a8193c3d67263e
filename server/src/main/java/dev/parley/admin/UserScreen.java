package dev.parley.admin;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.view.TokenForm;
import dev.parley.admin.view.UserForm;
import dev.parley.admin.view.UserView;
import dev.parley.identity.ApiToken;
import dev.parley.identity.ApiTokens;
import dev.parley.identity.SignedIn;
import dev.parley.identity.User;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.PagedRows;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Renders the page of one user, to which several forms return.
@Component
class UserScreen {
    private static final List<String> TOKEN_SORTS = List.of("-created", "name", "expires", "used");

    private final Templates templates;
    private final Users users;
    private final ApiTokens tokens;
    private final UserNames names;
    private final Clock clock;

    UserScreen(Templates templates, Users users, ApiTokens tokens, UserNames names, Clock clock) {
        this.templates = templates;
        this.users = users;
        this.tokens = tokens;
        this.names = names;
        this.clock = clock;
    }

    User user(UUID id) {
        return users.byId(new UserId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    JteModel show(PageFrame frame, SignedIn me, Shown shown, Problems problems, String notice) {
        var id = shown.user.id();
        var listing = Listing.of("/admin/users/" + id, shown.parameters, TOKEN_SORTS);
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
                        shown.user,
                        shown.form,
                        listing,
                        new PagedRows<>(lines, found.all()),
                        shown.token,
                        me.userId().equals(id),
                        problems,
                        notice));
    }

    /// The user of the page, with the input for the user and a new token, and the list parameters
    /// of their tokens.
    record Shown(User user, UserForm form, TokenForm token, Map<String, String> parameters) {}
}
