package dev.parley.messenger.graph;

import dev.parley.messenger.graph.PageMeasurement.Line;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;

/// A sequence of calls to Meta: the result of each, how long the slowest took, and the difference
/// between the clocks. After a call without a response, no more are made.
final class GraphQuery {
    private final ErrorTable errors;
    private final Clock clock;
    private final PageCredential keys;
    private Duration slowest = Duration.ZERO;
    private @Nullable Duration ahead;
    private @Nullable String noResponse;

    /// @param keys that the requests are made with
    GraphQuery(ErrorTable errors, Clock clock, PageCredential keys) {
        this.errors = errors;
        this.clock = clock;
        this.keys = keys;
    }

    <T> GraphResult<T> ask(Supplier<ResponseEntity<JsonNode>> call, Function<JsonNode, T> read) {
        if (noResponse != null) {
            return new GraphResult.NoResponse<>(noResponse);
        }
        var began = clock.instant();
        try {
            var answer = call.get();
            measure(began, answer.getHeaders());
            var body = answer.getBody();
            return body == null
                    ? new GraphResult.NoResponse<>("An empty response")
                    : new GraphResult.Answered<>(read.apply(body));
        } catch (RestClientResponseException refusal) {
            measure(began, refusal.getResponseHeaders());
            return refused(refusal);
        } catch (RestClientException failure) {
            noResponse = keys.mask(GraphFailures.description(failure));
            return new GraphResult.NoResponse<>(noResponse);
        }
    }

    Line line() {
        return new Line(slowest, ahead);
    }

    private void measure(Instant began, @Nullable HttpHeaders headers) {
        var now = clock.instant();
        var took = Duration.between(began, now);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        var metasTime = headers == null ? null : date(headers.getFirst(HttpHeaders.DATE));
        if (metasTime != null) {
            ahead = Duration.between(metasTime, now);
        }
    }

    private <T> GraphResult<T> refused(RestClientResponseException refusal) {
        var error = GraphError.in(refusal.getResponseBodyAsByteArray(), keys);
        return error == null
                ? new GraphResult.NoResponse<>("HTTP " + refusal.getStatusCode().value())
                : new GraphResult.Refused<>(
                        error.code(),
                        error.subcode(),
                        errors.of(error).cause(),
                        error.description());
    }

    private static @Nullable Instant date(@Nullable String header) {
        try {
            return header == null
                    ? null
                    : DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
