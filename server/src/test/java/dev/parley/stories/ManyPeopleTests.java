package dev.parley.stories;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(TestParleyExtension.class)
class ManyPeopleTests {
    private static final int PEOPLE = 1000;
    private static final int TEXTS = 5;

    private final TestParley parley;

    ManyPeopleTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void duplicatedAndShuffledMessagesOfAThousandPeopleAreInOrder() {
        parley.simulator().post("/simulator/webhooks/hold", Map.of());
        var written = allWrite();
        parley.simulator()
                .post(
                        "/simulator/webhooks/release",
                        Map.of("order", "shuffled", "times", 2, "seed", 7));
        parley.until("all is delivered", Duration.ofSeconds(90), this::isAllDelivered);
        parley.handled(PEOPLE * TEXTS);

        assertThat(parley.count("select count(*) from conversation")).isEqualTo(PEOPLE);
        assertThat(timelines()).isEqualTo(written);
        assertThat(parley.count("select count(*) from dead_letter")).isZero();
    }

    /// {@return the mids of each person, in the order of writing}
    private Map<String, List<String>> allWrite() {
        var names =
                IntStream.range(0, PEOPLE)
                        .mapToObj(one -> Map.of("name", "Person " + one))
                        .toList();
        var people = parley.simulator().post("/simulator/people/bulk", names);
        var texts = new ArrayList<Map<String, String>>();
        for (var text = 1; text <= TEXTS; text++) {
            for (var person : people) {
                texts.add(
                        Map.of(
                                "person", person.path("id").asString(),
                                "page", parley.page(),
                                "text", "Text " + text));
            }
        }
        return parley.simulator()
                .post("/simulator/messages/bulk", texts)
                .valueStream()
                .collect(
                        groupingBy(
                                one -> text(one, "psid"),
                                mapping(one -> text(one, "mid"), toList())));
    }

    private Map<String, List<String>> timelines() {
        return parley
                .database()
                .sql(
                        """
                        select c.person, m.channel_message_id
                          from message m join conversation c on c.id = m.conversation_id
                         where m.author = 'CUSTOMER'
                         order by m.sent_at, m.id
                        """)
                .query((row, _) ->
                        Map.entry(row.getString("person"), row.getString("channel_message_id")))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private boolean isAllDelivered() {
        return parley.simulator().get("/simulator/webhooks?state=pending&limit=1").isEmpty();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
