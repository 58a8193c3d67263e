package dev.parley.identity.web;

import dev.parley.identity.ApiTokens;
import dev.parley.identity.BearerCheck;
import dev.parley.identity.Role;
import dev.parley.identity.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/// Authenticates an API client for one request by its bearer token. A wrong key is treated as none.
final class BearerTokenFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String SCHEME = "Bearer ";
    private static final String ATTRIBUTE = BearerTokenFilter.class.getName();

    private final transient ApiTokens tokens;

    BearerTokenFilter(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /// {@return the result of checking the token of this request}
    static BearerCheck of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof BearerCheck bearer
                ? bearer
                : new BearerCheck.Unknown();
    }

    /// {@return whether it was authenticated by an API token}
    static boolean isOf(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .anyMatch(one -> String.valueOf(one.getAuthority()).startsWith("SCOPE_"));
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            var bearer = tokens.bearer(header.substring(SCHEME.length()).strip());
            request.setAttribute(ATTRIBUTE, bearer);
            if (bearer instanceof BearerCheck.Accepted accepted) {
                SecurityContextHolder.setContext(context(accepted));
            }
        }
        chain.doFilter(request, response);
    }

    /// Without the scope `CONFIGURE`, the role of administrator is omitted, so that services that
    /// change settings refuse the token.
    private static SecurityContext context(BearerCheck.Accepted accepted) {
        var roles =
                accepted.user().roles().stream()
                        .filter(role ->
                                role != Role.ADMINISTRATOR
                                        || accepted.scopes().contains(Scope.CONFIGURE))
                        .map(role -> "ROLE_" + role.name());
        var scopes = accepted.scopes().stream().map(Scope::authority);
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(
                        accepted.user(),
                        null,
                        AuthorityUtils.createAuthorityList(Stream.concat(roles, scopes).toList())));
    }
}
