package dev.parley.messenger.graph;

import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How much of what Meta allows is used up, as the headers of an answer tell it. See
/// https://developers.facebook.com/docs/graph-api/overview/rate-limiting
///
/// @param percent the fullest of all that is counted; 100 is blocked
/// @param rest how long Meta asks to be left alone; null where it does not ask
record Usage(int percent, @Nullable Duration rest) {
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

    /// What Meta counts is advice: nothing fails because it cannot be read.
    private static JsonNode read(@Nullable String header) {
        try {
            return header == null ? json.createObjectNode() : json.readTree(header);
        } catch (JacksonException _) {
            return json.createObjectNode();
        }
    }
}
