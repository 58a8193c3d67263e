package dev.parley.identity.web;

import dev.parley.identity.Credentials;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// The signed-in user of each session. A session contains only the user's id and the epoch of their
/// sign-in; everything else is read from the table for each request, so that an administrator's
/// changes take effect at once, and old sessions contain nothing that an upgraded server cannot
/// read.
@Component
class SignInSessions implements SecurityContextRepository {
    private static final String USER = "parley.user";
    private static final String EPOCH = "parley.epoch";

    private final Credentials credentials;

    SignInSessions(Credentials credentials) {
        this.credentials = credentials;
    }

    /// Signs in under a new session id, so that one planted earlier is useless.
    void start(SignedIn user, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        saveContext(context(user), request, response);
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn user) {
            var session = request.getSession();
            session.setAttribute(USER, user.userId().toString());
            session.setAttribute(EPOCH, user.epoch());
        } else {
            clear(request.getSession(false));
        }
    }

    private static void clear(@Nullable HttpSession session) {
        if (session != null) {
            session.removeAttribute(USER);
            session.removeAttribute(EPOCH);
        }
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still requires it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return signedIn(holder.getRequest())
                .map(SignInSessions::context)
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return attribute(request, USER) != null;
    }

    /// {@return whether this user is signed in with this session}
    static boolean isOf(UserId user, @Nullable Session session) {
        return session != null && user.toString().equals(session.getAttribute(USER));
    }

    private Optional<SignedIn> signedIn(HttpServletRequest request) {
        return attribute(request, USER) instanceof String id
                        && attribute(request, EPOCH) instanceof Integer epoch
                ? credentials.findActive(UserId.of(id), epoch)
                : Optional.empty();
    }

    private static @Nullable Object attribute(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        return session == null ? null : session.getAttribute(name);
    }

    static SecurityContext context(SignedIn user) {
        var authorities =
                AuthorityUtils.createAuthorityList(
                        user.roles().stream().map(role -> "ROLE_" + role.name()).toList());
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(user, null, authorities));
    }
}
