package dev.parley.identity.web;

import dev.parley.identity.BearerCheck;
import dev.parley.identity.Scope;
import dev.parley.identity.TokenRefusal;
import dev.parley.platform.web.ErrorPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/// Responds to requests without access: browsers are redirected to the sign-in, API clients get a
/// problem that states what is missing.
@Component
class AuthEntryPoints {
    private final ErrorPages errorPages;

    AuthEntryPoints(ErrorPages errorPages) {
        this.errorPages = errorPages;
    }

    AuthenticationEntryPoint forPeople() {
        return (request, response, _) -> redirect("/sign-in", request, response);
    }

    AuthenticationEntryPoint forPrograms() {
        return (request, response, _) -> {
            var sent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"Parley\"" + (sent ? ", error=\"invalid_token\"" : ""));
            errorPages.sendProblem(unauthorized(request, sent), response);
        };
    }

    private static ProblemDetail unauthorized(HttpServletRequest request, boolean sent) {
        return switch (BearerTokenFilter.of(request)) {
            case BearerCheck.Expired(var at) -> {
                var problem =
                        problem(
                                TokenRefusal.EXPIRED,
                                "Ask an administrator to issue a new one for this program.");
                problem.setProperty("expiredAt", at);
                yield problem;
            }
            case BearerCheck.PasswordChangeRequired() ->
                    problem(
                            TokenRefusal.PASSWORD_FIRST,
                            "The user of this API token has a temporary password: they must sign"
                                    + " in and choose their own.");
            case BearerCheck.Accepted _, BearerCheck.Unknown _ ->
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.UNAUTHORIZED,
                            sent
                                    ? "This API token is unknown, revoked, or its user is not"
                                            + " active."
                                    : "Send an API token: Authorization: Bearer …");
        };
    }

    private static ProblemDetail problem(TokenRefusal refusal, String detail) {
        var problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(refusal.status()), detail);
        problem.setType(refusal.type());
        problem.setTitle(refusal.title());
        return problem;
    }

    AccessDeniedHandler browserDenied() {
        return (request, response, cause) -> refuse(cause, request, response);
    }

    AccessDeniedHandler apiDenied() {
        return (_, response, cause) -> {
            var scope = missing(cause);
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"Parley\", error=\"insufficient_scope\""
                            + (scope == null ? "" : ", scope=\"" + scope.word() + "\""));
            if (scope == null) {
                errorPages.sendProblem(
                        403, "The user of this API token may not do that.", response);
            } else {
                var problem =
                        problem(
                                TokenRefusal.SCOPE_MISSING,
                                "This requires an API token with the scope %s."
                                        .formatted(scope.word()));
                problem.setProperty("scope", scope.word());
                errorPages.sendProblem(problem, response);
            }
        };
    }

    private static @Nullable Scope missing(AccessDeniedException cause) {
        return cause instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult()
                                instanceof ScopeAuthorization.Decision decision
                ? decision.needed()
                : null;
    }

    private void refuse(
            AccessDeniedException cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (cause instanceof CsrfException) {
            errorPages.sendStaleForm(request, response);
        } else {
            errorPages.send(403, null, request, response);
        }
    }

    /// Redirects a browser. For a script that requested a part of a page, the whole page is
    /// redirected; an event stream is only refused, because it cannot follow.
    static void redirect(String path, HttpServletRequest request, HttpServletResponse response) {
        var target = request.getContextPath() + path;
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(401);
        } else if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT))
                .contains("text/event-stream")) {
            response.setStatus(401);
        } else {
            response.setStatus(303);
            response.setHeader(HttpHeaders.LOCATION, target);
        }
    }
}
