package dev.parley.identity.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/// Remembers the page that somebody requested before they had to sign in; only whole pages, and of
/// their address only path and query, as the browser wrote them. The cookie is a stranger's: what
/// cannot be read in it, or leads elsewhere, was never requested.
final class RequestedPage implements RequestCache {
    private static final String COOKIE = "requested";
    private static final int LONGEST = 2_000;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var page = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (isWholePage(request) && isOurs(page)) {
            var value =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(UTF_8));
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(value, request).build().toString());
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return read(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /// Nothing is replayed: the browser is sent to the page.
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie("", request).maxAge(0).build().toString());
    }

    private static Optional<String> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .flatMap(value -> decoded(value).stream())
                        .filter(RequestedPage::isOurs)
                        .findFirst();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isWholePage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT))
                        .contains(MediaType.TEXT_HTML_VALUE);
    }

    /// Whether a browser that is sent there stays here. A browser takes a backslash for a slash.
    private static boolean isOurs(String page) {
        return page.startsWith("/")
                && !page.startsWith("//")
                && !page.startsWith("/\\")
                && page.length() <= LONGEST
                && page.chars().allMatch(sign -> sign > ' ' && sign < 0x7F);
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            String value, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }
}
