package dev.parley.identity.signin;

import dev.parley.platform.web.Mishaps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/// What somebody meets at an address that is not open to them: people are led to sign in, programs
/// are told what to bring.
@Component
class Doors {
    private final Mishaps mishaps;

    Doors(Mishaps mishaps) {
        this.mishaps = mishaps;
    }

    AuthenticationEntryPoint forPeople() {
        return (request, response, _) -> lead("/sign-in", request, response);
    }

    AuthenticationEntryPoint forPrograms() {
        return (request, response, _) -> {
            var sent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"Parley\"" + (sent ? ", error=\"invalid_token\"" : ""));
            var detail =
                    sent
                            ? "This API token is unknown, revoked, or its user is not active."
                            : "Send an API token: Authorization: Bearer …";
            mishaps.tellProgram(401, detail, response);
        };
    }

    AccessDeniedHandler refusingPeople() {
        return (request, response, cause) -> refuse(cause, request, response);
    }

    AccessDeniedHandler refusingPrograms() {
        return (_, response, _) -> {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"Parley\", error=\"insufficient_scope\"");
            mishaps.tellProgram(403, "The user of this API token may not do that.", response);
        };
    }

    private void refuse(
            AccessDeniedException cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (cause instanceof CsrfException) {
            mishaps.tellStale(request, response);
        } else {
            mishaps.tell(403, null, request, response);
        }
    }

    /// Sends a browser there. A script that asked for a part of a page gets the whole browser
    /// moved; a stream is just refused, for it cannot follow.
    static void lead(String path, HttpServletRequest request, HttpServletResponse response) {
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
