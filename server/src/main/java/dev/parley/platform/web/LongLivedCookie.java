package dev.parley.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// A cookie by which the server, and no script, remembers something about a browser for a year.
///
/// @param path only pages below it receive the cookie
public record LongLivedCookie(String name, String path) {
    private static final Duration LIFE = Duration.ofDays(365);

    public void store(String value, HttpServletRequest request, HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(name, value)
                        .path(path)
                        .maxAge(LIFE)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
