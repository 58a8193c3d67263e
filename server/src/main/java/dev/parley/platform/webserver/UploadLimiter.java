package dev.parley.platform.webserver;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/// Limits the concurrent uploads, in total and per user. Files are streamed to disk.
@Component("multipartResolver")
final class UploadLimiter implements MultipartResolver {
    private static final String HOLDER = UploadLimiter.class.getName();
    private static final String RETRY_SECONDS = "5";

    private final MultipartResolver delegate = new StandardServletMultipartResolver();
    private final int most;
    private final int perUser;
    private final Map<String, Integer> held = new HashMap<>();
    private int taken;

    UploadLimiter(WebServerSettings settings) {
        this.most = settings.uploads();
        this.perUser = settings.uploadsPerUser();
    }

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return delegate.isMultipart(request);
    }

    @Override
    public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
        var user = user(request);
        if (!take(user)) {
            throw busy();
        }
        try {
            var resolved = delegate.resolveMultipart(request);
            resolved.setAttribute(HOLDER, user);
            return resolved;
        } catch (RuntimeException | Error failure) {
            giveBack(user);
            throw failure;
        }
    }

    @Override
    public void cleanupMultipart(MultipartHttpServletRequest request) {
        try {
            delegate.cleanupMultipart(request);
        } finally {
            if (request.getAttribute(HOLDER) instanceof String user) {
                request.removeAttribute(HOLDER);
                giveBack(user);
            }
        }
    }

    private synchronized boolean take(String user) {
        if (taken >= most || held.getOrDefault(user, 0) >= perUser) {
            return false;
        }
        taken++;
        held.merge(user, 1, Integer::sum);
        return true;
    }

    private synchronized void giveBack(String user) {
        taken--;
        held.computeIfPresent(user, (_, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    private static String user(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }

    private static ErrorResponseException busy() {
        var busy = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
        busy.setDetail("Too many files are being uploaded. Try again in a moment.");
        busy.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return busy;
    }
}
