package dev.parley.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Valid and invalid bodies, signed by Meta: each is acknowledged, events next to an invalid one
/// are processed, and nothing gets stuck. The same bodies in each run.
@ExtendWith(TestParleyExtension.class)
class WebhookFuzzTests {
    private static final int BODIES = 1000;
    private static final int AT_ONCE = 8;

    private final TestParley parley;
    private final Meta meta;

    WebhookFuzzTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
    }

    @Test
    void everyBodyIsAcknowledgedAndHarmsNoNeighbour() throws Exception {
        var bodies = IntStream.range(0, BODIES).mapToObj(this::body).toList();
        var answers = new ArrayList<Future<Integer>>();
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var body : bodies) {
                answers.add(senders.submit(() -> meta.posts(body).statusCode()));
            }
        }

        for (var number = 0; number < BODIES; number++) {
            assertThat(answers.get(number).get())
                    .as("body %d: %s", number, shown(bodies.get(number)))
                    .isEqualTo(200);
        }
        parley.until(
                "all is processed",
                Duration.ofMinutes(3),
                () -> parley.count("select count(*) from waiting_envelope") == 0);
        assertThat(strings("select detail from dead_letter where cause = 'FAILED'")).isEmpty();
        var stored =
                new HashSet<>(
                        strings(
                                "select channel_message_id from message where channel_message_id is not null"));
        var aside = String.join(" ", letters());
        for (var number = 0; number < BODIES; number++) {
            var body = shown(bodies.get(number));
            assertThat(stored).as("body %d: %s", number, body).contains("m_before_" + number);
            if (!stored.contains("m_after_" + number)) {
                // The end of an event that is no JSON may not be found. Then the body is set aside
                // as a whole.
                assertThat(BadItems.keepsItsEnd(number)).as("body %d: %s", number, body).isFalse();
                assertThat(aside).as("body %d: %s", number, body).contains("m_after_" + number);
            }
        }
        assertThat(parley.count("select count(*) from dead_letter")).isPositive();
        var ada = parley.customer("Ada");
        ada.writes("Everything still works");
        parley.until(
                "Ada is known",
                () -> parley.count("select count(*) from customer where name = 'Ada'") == 1);
    }

    private byte[] body(int number) {
        return BadItems.body(parley.page(), number);
    }

    private static String shown(byte[] body) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        return text.length() < 2000 ? text : text.substring(0, 2000);
    }

    private List<String> letters() {
        return parley.database()
                .sql("select body from dead_letter")
                .query((row, _) -> new String(row.getBytes(1), UTF_8))
                .list();
    }

    private List<String> strings(String sql) {
        return parley.database().sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
