package dev.parley.identity.web;

import dev.parley.identity.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;

/// Redirects a user with a one-time password to choose their own, before anything else is allowed.
final class PasswordChangeFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Set<String> OPEN =
            Set.of(AccountController.PASSWORD, "/sign-out", "/sign-in", "/error");

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (mustChoose() && !OPEN.contains(path)) {
            AuthEntryPoints.redirect(AccountController.PASSWORD, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean mustChoose() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignedIn user
                && user.mustChangePassword();
    }
}
