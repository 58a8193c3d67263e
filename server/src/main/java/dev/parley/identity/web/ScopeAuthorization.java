package dev.parley.identity.web;

import dev.parley.identity.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// The scope that an API token needs for a request: `read` to read, `write` to change conversations
/// and their files, and `configure` for all other changes.
final class ScopeAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public Decision authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        var needed = needed(context.getRequest());
        return new Decision(has(authentication.get(), needed), needed);
    }

    static boolean has(@Nullable Authentication authentication, Scope scope) {
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(one -> scope.authority().equals(one.getAuthority()));
    }

    private static Scope needed(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return Scope.READ;
        }
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/v1/conversations") || path.startsWith("/api/v1/attachments")
                ? Scope.WRITE
                : Scope.CONFIGURE;
    }

    /// Whether the token is sufficient, and the scope that is needed.
    static final class Decision extends AuthorizationDecision {
        private static final long serialVersionUID = 1;

        private final Scope needed;

        Decision(boolean granted, Scope needed) {
            super(granted);
            this.needed = needed;
        }

        Scope needed() {
            return needed;
        }
    }
}
