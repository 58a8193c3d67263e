package dev.parley.identity.web;

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

/// Stores the page that was requested before the sign-in; only whole pages, and of their address
/// only path and query, as the browser sent them. The cookie is untrusted: a value that cannot be
/// read, or leads to another site, is ignored.
final class RequestedPage implements RequestCache {
    private static final String COOKIE = "requested";
    private static final int LONGEST = 2_000;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var page = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (isWholePage(request) && isLocal(page)) {
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

    /// Requests are not replayed: the browser is redirected to the page.
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
                        .filter(RequestedPage::isLocal)
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

    /// Whether a redirect to it stays on this site. Browsers treat a backslash as a slash.
    private static boolean isLocal(String page) {
        return page.startsWith("/")
                && !page.startsWith("//")
                && !page.startsWith("/\\")
                && page.length() <= LONGEST
                && page.chars().allMatch(character -> character > ' ' && character < 0x7F);
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
