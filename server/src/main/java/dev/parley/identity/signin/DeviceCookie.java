package dev.parley.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The cookie by which a browser is known that was used to sign in before. Only the sign-in page
/// receives it, and it grants nothing.
final class DeviceCookie {
    private static final String NAME = "device";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

    private DeviceCookie() {}

    /// {@return the id of the device; null if there is none}
    static @Nullable String of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie != null && ID.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
    }

    /// Stores the id for a year.
    static void store(String device, HttpServletRequest request, HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(NAME, device)
                        .path("/sign-in")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
