package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A message that a customer unsends is erased everywhere, whatever the order of arrival.
@ExtendWith(TestParleyExtension.class)
class UnsendingTests {
    private static final String PERSON = "2401";
    private static final String SECRET = "hunter2";

    private final TestParley parley;
    private final Meta meta;
    private final long now = System.currentTimeMillis();

    UnsendingTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
    }

    @Test
    void everyVersionOfAMessageIsErased() {
        writes("m_1", SECRET);
        edits("m_1", SECRET + "!", 1);
        edits("m_1", "nothing", 2);
        posts("'message':{'mid':'m_2','text':'See above','reply_to':{'mid':'m_1'}}");

        unsends("m_1");

        parley.handled(5);
        isErasedEverywhere();
        assertThat(parley.count("select count(*) from message where erased_at is not null"))
                .isOne();
    }

    @Test
    void aMessageThatArrivesAfterItsUnsendIsNeverShown() {
        unsends("m_1");
        writes("m_1", SECRET);
        edits("m_1", SECRET, 1);

        parley.handled(3);
        isErasedEverywhere();
        assertThat(parley.count("select count(*) from message where channel_message_id = 'm_1'"))
                .isOne();
        assertThat(parley.count("select count(*) from dead_letter")).isZero();
    }

    @Test
    void theUnsendOfAMissingMessageLeavesAnEmptyEntry() {
        var ann = parley.agent("Ann");
        writes("m_0", "Hello");
        parley.until("there is an offer", () -> ann.worklist("mine").contains("data-offer"));
        ann.opens(conversation());

        unsends("m_1");

        ann.sees("This message was unsent");
    }

    @Test
    void itIsErasedFromABodyThatWasSetAsideWholeToo() {
        var item =
                "{'sender':{'id':'%s'},'recipient':{'id':'1'},'timestamp':%d,'message':{'mid':'%s','text':'%s'}}";
        var event = item.formatted(PERSON, now, "m_1", SECRET);
        var other = item.formatted(PERSON, now, "m_2", "stays");
        var body =
                "{'object':'page','entry':[{'id':'999','messaging':[%s,%s]},{'id':'%s','messaging':[%s]}]}"
                        .formatted(event, other, parley.page(), event);
        meta.posts(body.replace('\'', '"'));
        parley.handled(1);
        assertThat(deadLettersWithTheSecret()).isOne();

        unsends("m_1");

        parley.handled(2);
        assertThat(deadLettersWithTheSecret()).isZero();
        assertThat(parley.count("select count(*) from dead_letter where length(body) > 0")).isOne();
        isErasedEverywhere();
    }

    @Test
    void itsTextIsRemovedFromTheList() {
        var ann = parley.agent("Ann");
        writes("m_1", SECRET);
        parley.until("there is an offer", () -> ann.worklist("mine").contains(SECRET));

        unsends("m_1");

        parley.until("it is erased", () -> ann.worklist("mine").contains("Message unsent"));
        assertThat(ann.worklist("mine")).doesNotContain(SECRET);
    }

    private void writes(String mid, String text) {
        posts("'message':{'mid':'%s','text':'%s'}".formatted(mid, text));
    }

    private void edits(String mid, String text, int number) {
        posts("'message_edit':{'mid':'%s','text':'%s','num_edit':%d}".formatted(mid, text, number));
    }

    private void unsends(String mid) {
        posts("'message':{'mid':'%s','is_deleted':true}".formatted(mid));
    }

    private void posts(String part) {
        meta.tells(PERSON, now, part);
    }

    private String conversation() {
        return parley.database()
                .sql("select id::text from conversation")
                .query(String.class)
                .single();
    }

    private long deadLettersWithTheSecret() {
        return parley.count(
                "select count(*) from dead_letter where position('%s'::bytea in body) > 0"
                        .formatted(SECRET));
    }

    private void isErasedEverywhere() {
        for (var place :
                new String[] {
                    "message where message::text",
                    "conversation where conversation::text",
                    "envelope where payload"
                }) {
            assertThat(parley.count("select count(*) from " + place + " like '%" + SECRET + "%'"))
                    .as(place)
                    .isZero();
        }
    }
}
