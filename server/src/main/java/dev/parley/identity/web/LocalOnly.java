package dev.parley.identity.web;

import dev.parley.identity.Scope;
import dev.parley.identity.SignedIn;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Allows administrators, also with a token that has the scope `READ`, and programs on this
/// machine.
final class LocalOnly implements AuthorizationManager<RequestAuthorizationContext> {
    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                RequestOrigin.isLocal(context.getRequest()) || administrator(authentication.get()));
    }

    private static boolean administrator(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getPrincipal() instanceof SignedIn user
                && user.administrator()
                && (!BearerTokenFilter.isOf(authentication)
                        || ScopeAuthorization.has(authentication, Scope.READ));
    }
}
