package dev.parley.platform.webserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// A short response without a template, written without blocking. It closes the connection, because
/// the rest of the request is not processed.
///
/// @param message the message in plain text
record Refusal(int status, String message) {
    static final Refusal BUSY = new Refusal(503, "The server is busy. Try again in a few seconds.");
    static final Refusal OUT_OF_MEMORY =
            new Refusal(503, "The server is out of memory. Try again in a few seconds.");
    static final Refusal TOO_MANY =
            new Refusal(503, "Too many requests from your address. Try again in a few seconds.");
    static final Refusal ENCODED =
            new Refusal(415, "Send the body without Content-Encoding: it is not decoded here.");
    static final Refusal UNKNOWN_CODING =
            new Refusal(501, "The only transfer coding that is read here is chunked.");
    private static final String RETRY_SECONDS = "5";

    static Refusal tooLarge(long most) {
        return new Refusal(413, "The body may have %d bytes at most.".formatted(most));
    }

    static Refusal malformed(HttpException failure) {
        return new Refusal(failure.getCode(), "The body cannot be read.");
    }

    void send(Request request, Response response, Callback callback) {
        var headers = response.getHeaders();
        var forPrograms = Request.getPathInContext(request).startsWith("/api/");
        var body = (forPrograms ? problem() : message).getBytes(UTF_8);
        response.setStatus(status);
        headers.put(HttpHeader.CONNECTION, "close");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(
                HttpHeader.CONTENT_TYPE,
                forPrograms ? "application/problem+json" : "text/plain;charset=UTF-8");
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            headers.put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private String problem() {
        return """
        {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}\
        """
                .formatted(HttpStatus.getMessage(status), status, message);
    }
}
