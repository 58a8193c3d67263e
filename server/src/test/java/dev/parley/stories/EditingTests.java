package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every version of a message is stored in order, whatever the order of arrival.
@ExtendWith(TestParleyExtension.class)
class EditingTests {
    private static final String PERSON = "2401";

    private final TestParley parley;
    private final Meta meta;
    private final long now = System.currentTimeMillis();

    EditingTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
    }

    @Test
    void theVersionsOfAMessageAreInOrder() {
        writes("one");
        edits("two", 1);
        edits("three", 2);

        parley.handled(3);
        hasVersions("three", "one", "two");
    }

    @Test
    void editsInAnyOrderHaveTheSameResult() {
        writes("one");
        edits("three", 2);
        edits("two", 1);

        parley.handled(3);
        hasVersions("three", "one", "two");
    }

    @Test
    void anEditThatArrivesFirstIsShownUntilItsMessageArrives() {
        edits("two", 1);
        parley.handled(1);
        assertThat(text()).isEqualTo("two");

        writes("one");

        parley.handled(2);
        hasVersions("two", "one");
    }

    @Test
    void aMessageThatArrivesAfterItsEditKeepsItsPlace() {
        meta.tells(PERSON, now + 2, "'message_edit':{'mid':'m_1','text':'two','num_edit':1}");
        meta.tells(PERSON, now + 1, "'message':{'mid':'m_2','text':'another'}");
        writes("one");

        parley.handled(3);
        assertThat(inOrder()).containsExactly("m_1", "m_2");
    }

    @Test
    void theAgentSeesAllVersions() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        var mid = ada.writes("I mean Tuseday");
        ann.accepts(ada);

        ada.edits(mid, "I mean Tuesday");
        ada.edits(mid, "I mean Wednesday");

        ann.sees("I mean Wednesday");
        assertThat(ann.thread()).contains("Tuseday").contains("I mean Tuesday").contains("Edited");
    }

    private void writes(String text) {
        meta.tells(PERSON, now, "'message':{'mid':'m_1','text':'%s'}".formatted(text));
    }

    private void edits(String text, int number) {
        meta.tells(
                PERSON,
                now + number,
                "'message_edit':{'mid':'m_1','text':'%s','num_edit':%d}".formatted(text, number));
    }

    private List<@Nullable String> inOrder() {
        return parley.database()
                .sql(
                        "select channel_message_id from message where channel_message_id is not null order by sent_at, id")
                .query(String.class)
                .list();
    }

    private String text() {
        return parley.database()
                .sql("select text from message where channel_message_id = 'm_1'")
                .query(String.class)
                .single();
    }

    private void hasVersions(String text, String... earlier) {
        assertThat(text()).isEqualTo(text);
        var versions =
                parley.database()
                        .sql(
                                """
                                select e.value ->> 'text'
                                  from message m, jsonb_array_elements(m.edits) with ordinality e
                                 where m.channel_message_id = 'm_1' order by e.ordinality
                                """)
                        .query(String.class)
                        .list();
        assertThat(versions).containsExactly(earlier);
    }
}
