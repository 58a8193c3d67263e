package dev.parley.privacy.web;

import dev.parley.identity.SignedIn;
import dev.parley.privacy.MonitoringNotices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/// Leads agents to the monitoring notice before the desk. An open desk goes on after a notice was
/// published, so that nothing typed is lost: the notice then comes with the next page. Who signs in
/// and never acknowledged one gets nothing of the desk.
final class NoticeInterceptor implements HandlerInterceptor {
    private final MonitoringNotices notices;

    NoticeInterceptor(MonitoringNotices notices) {
        this.notices = notices;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn me)) {
            return true;
        }
        return switch (notices.dutyOf(me, signedInAt(request))) {
            case NONE -> true;
            case AT_NEXT_PAGE -> !isPage(request) || redirected(request, response);
            case AT_ONCE -> isPage(request) ? redirected(request, response) : refused(response);
        };
    }

    /// Signing in begins a session, or goes on with the one that the browser has: then it is
    /// earlier.
    private static Instant signedInAt(HttpServletRequest request) {
        return Instant.ofEpochMilli(request.getSession().getCreationTime());
    }

    private static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html");
    }

    private static boolean redirected(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var wanted =
                request.getRequestURI().substring(request.getContextPath().length())
                        + (query == null ? "" : "?" + query);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                request.getContextPath()
                        + AcknowledgementController.ADDRESS
                        + "?to="
                        + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        return false;
    }

    private static boolean refused(HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return false;
    }
}
