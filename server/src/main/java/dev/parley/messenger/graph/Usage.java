package dev.parley.messenger.graph;

import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How much of Meta's limits is used up, from the headers of a response. See
/// https://developers.facebook.com/docs/graph-api/overview/rate-limiting
///
/// @param percent the highest of all counters; at 100, requests are blocked
/// @param requestedPause how long Meta asks for no requests; null if it does not ask
record Usage(int percent, @Nullable Duration requestedPause) {
    private static final JsonMapper json = JsonMapper.shared();
    private static final int LONGEST_REST = 24 * 60;
    private static final String OF_APP = "X-App-Usage";
    private static final String OF_PAGE = "X-Business-Use-Case-Usage";

    static Usage in(@Nullable HttpHeaders headers) {
        if (headers == null) {
            return new Usage(0, null);
        }
        var counted =
                Stream.concat(
                                Stream.of(read(headers.getFirst(OF_APP))),
                                read(headers.getFirst(OF_PAGE))
                                        .valueStream()
                                        .flatMap(JsonNode::valueStream))
                        .toList();
        var minutes = most(counted.stream(), "estimated_time_to_regain_access");
        return new Usage(
                most(counted.stream(), "call_count", "total_cputime", "total_time"),
                minutes <= 0 ? null : Duration.ofMinutes(Math.min(minutes, LONGEST_REST)));
    }

    private static int most(Stream<JsonNode> counted, String... names) {
        return counted.flatMap(one -> Stream.of(names).map(name -> one.path(name).asInt(0)))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /// Meta's counters are only a hint: nothing fails because they cannot be read.
    private static JsonNode read(@Nullable String header) {
        try {
            return header == null ? json.createObjectNode() : json.readTree(header);
        } catch (JacksonException _) {
            return json.createObjectNode();
        }
    }
}
