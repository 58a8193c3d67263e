package dev.parley.messenger.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/// Checks each response of the Graph API before it is read: it must not exceed the size limit, and
/// a refusal with a success status is treated as a refusal.
final class GraphResponseGuard implements ClientHttpRequestInterceptor {
    private static final int LARGEST = 8 * 1024 * 1024;

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        var response = execution.execute(request, body);
        var answer = response.getBody().readNBytes(LARGEST + 1);
        if (answer.length > LARGEST) {
            response.close();
            throw new IOException("The response is longer than %d bytes".formatted(LARGEST));
        }
        var refused = response.getStatusCode().is2xxSuccessful() && GraphError.isRefusal(answer);
        return new Read(response, refused ? HttpStatus.BAD_REQUEST : null, answer);
    }

    /// A response whose body has been read.
    ///
    /// @param instead the status that it should have had; null if its own is correct
    @SuppressWarnings("ArrayRecordComponent") // it is never compared
    private record Read(
            ClientHttpResponse response, @Nullable HttpStatusCode instead, byte[] answer)
            implements ClientHttpResponse {
        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return instead == null ? response.getStatusCode() : instead;
        }

        @Override
        public String getStatusText() throws IOException {
            return instead == null ? response.getStatusText() : "Refused with a success status";
        }

        @Override
        public HttpHeaders getHeaders() {
            return response.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(answer);
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
