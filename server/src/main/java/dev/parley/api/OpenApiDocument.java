package dev.parley.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Answers requests for the OpenAPI document with the one that was written for the first of them.
/// It is the same for everybody, and anybody may ask for it: written anew each time, and once for
/// each language, it would take the processor from the webhooks.
final class OpenApiDocument extends OncePerRequestFilter {
    static final String PATH = "/api/v1/openapi.json";

    private final ReentrantLock writing = new ReentrantLock();
    private volatile byte @Nullable [] document;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !List.of("GET", "HEAD").contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var own = new ContentCachingResponseWrapper(response);
        if (document == null) {
            writeUnlessWritten(request, own, chain);
        }
        var written = document;
        if (written == null) {
            own.copyBodyToResponse();
        } else {
            send(written, response);
        }
    }

    /// Sends nothing: a slow client would make all others wait.
    private void writeUnlessWritten(
            HttpServletRequest request, ContentCachingResponseWrapper response, FilterChain chain)
            throws ServletException, IOException {
        writing.lock();
        try {
            if (document == null) {
                chain.doFilter(request, response);
                if (response.getStatus() == HttpStatus.OK.value()) {
                    document = response.getContentAsByteArray();
                }
            }
        } finally {
            writing.unlock();
        }
    }

    private static void send(byte[] document, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
