package dev.parley.identity.signin;

import dev.parley.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Lets in administrators, and programs on this very machine.
final class Nearby implements AuthorizationManager<RequestAuthorizationContext> {
    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                local(context.getRequest()) || administrator(authentication.get()));
    }

    /// What a proxy on this machine passes on comes from this machine too, but says for whom.
    private static boolean local(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private static boolean administrator(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getPrincipal() instanceof SignedIn user
                && user.administrator();
    }
}
