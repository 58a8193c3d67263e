package dev.parley.stories;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.inbox.DeadLetter;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.DeadLetterHandling;
import dev.parley.inbox.DeadLetters;
import dev.parley.testing.Desk;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Signed deliveries that Meta should not send.
@ExtendWith(TestParleyExtension.class)
class InvalidDeliveriesTests {
    private final TestParley parley;
    private final Meta meta;
    private final DeadLetters letters;
    private final DeadLetterHandling handling;

    InvalidDeliveriesTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
        this.letters = parley.part(DeadLetters.class);
        this.handling = parley.part(DeadLetterHandling.class);
    }

    @Test
    void anUnreadableEventIsItsOwnDeadLetterWithItsBytes() {
        var latin =
                "{\"sender\":{\"id\":\"2401\"},\"message\":{\"mid\":\"m_l\",\"text\":\"caf\u00e9\"}}";
        var body =
                """
                {"object":"page","entry":[{"id":"PAGE","messaging":[GOOD_1,LATIN,\
                {"sender":{"id":"2401"},"timestamp":"LONG","read":{}},\
                {"sender":{"id":"2401"},"a\\u0000b":"LONG"},\
                {"sender":{"id":"2401"},"message_edit":{"mid":"m_e","text":"x","num_edit":"LONG"}},\
                {"sender":{"id":"2401"},"message":{"mid":"m_d","text":DEEP}},\
                GOOD_2]}]}\
                """
                        .replace("LATIN", latin)
                        .replace("LONG", "7".repeat(3000))
                        .replace("DEEP", "[".repeat(600) + "]".repeat(600))
                        .replace("GOOD_1", good("m_1"))
                        .replace("GOOD_2", good("m_2"))
                        .replace("PAGE", parley.page());

        for (var time = 0; time < 2; time++) {
            assertThat(meta.posts(body.getBytes(ISO_8859_1)).statusCode()).isEqualTo(200);
        }

        parley.until("both are stored", () -> countOf("good neighbour") == 2);
        parley.until("all is processed", () -> waiting() == 0);
        assertThat(letters.waiting())
                .hasSize(2)
                .extracting(DeadLetter::cause)
                .containsOnly(Cause.UNREADABLE);
        assertThat(letters.waiting()).allMatch(letter -> parley.page().equals(letter.endpoint()));
        assertThat(letters.waiting())
                .anyMatch(letter ->
                        new String(letters.bodyOf(letter).bytes(), ISO_8859_1).contains(latin));
        handling.retryAll(DeadLetters.Search.ALL, parley.anyUser());
        assertThat(letters.waiting()).hasSize(2).allMatch(letter -> letter.tries() == 2);
    }

    @Test
    void aRowThatTheDatabaseRefusesIsSetAsideAndCanBeRetried() {
        execute("alter table envelope add constraint refuse check (payload not like '%odd one%')");
        try {
            var body =
                    "{\"object\":\"page\",\"entry\":[{\"id\":\"PAGE\",\"messaging\":[GOOD_1,ODD,GOOD_2]}]}"
                            .replace("GOOD_1", good("m_1"))
                            .replace("GOOD_2", good("m_2"))
                            .replace("ODD", good("m_odd").replace("good neighbour", "odd one"))
                            .replace("PAGE", parley.page());

            assertThat(meta.posts(body).statusCode()).isEqualTo(200);

            parley.until("both are stored", () -> countOf("good neighbour") == 2);
            assertThat(letters.waiting()).hasSize(1);
            handling.retryAll(DeadLetters.Search.ALL, parley.anyUser());
            assertThat(letters.waiting()).hasSize(1);
        } finally {
            execute("alter table envelope drop constraint refuse");
        }
        handling.retryAll(DeadLetters.Search.ALL, parley.anyUser());
        parley.until("it is stored", () -> countOf("odd one") == 1);
        assertThat(letters.count()).isZero();
    }

    @Test
    void aMessageFrom1970CanBeAnswered() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        execute("update conversation set last_customer_act_at = now() - interval '30 days'");
        meta.posts(meta.text(ada.psid(), "m_1970", "Is anybody there?", 1));
        ann.sees("Is anybody there?");

        ann.replies("Now");

        parley.until("it is delivered", () -> ada.received().contains("Now"));
        var future = System.currentTimeMillis() + Duration.ofDays(900).toMillis();
        meta.tells(ada.psid(), future, "'read':{'watermark':%d}".formatted(future));
        parley.until(
                "it is read",
                () ->
                        parley.count(
                                        "select count(*) from message where status = 'READ' and author = 'AGENT'")
                                == 1);
        assertThat(
                        parley.count(
                                "select count(*) from conversation where read_until > now() + interval '1 day'"))
                .isZero();
    }

    @Test
    void theDeskShowsTheCustomersFirstMessage() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello again");
        ann.accepts(ada);
        assertThat(panel(ann)).doesNotContain("2016");

        meta.posts(meta.text(ada.psid(), "m_old", "Hello", 1_462_100_000_000L));

        parley.until("it is known", () -> panel(ann).contains("2016"));
    }

    @Test
    void aPostbackUnderChangesIsRead() {
        var item =
                "{\"sender\":{\"id\":\"2401\"},\"recipient\":{\"id\":\"PAGE\"},\"timestamp\":1795000000000,\"postback\":{\"title\":\"Get started\",\"payload\":\"P\"}}";
        var body =
                "{\"object\":\"page\",\"entry\":[{\"id\":\"PAGE\",\"time\":1795000000000,\"changes\":[{\"field\":\"messaging_postbacks\",\"value\":ITEM}]}]}"
                        .replace("ITEM", item)
                        .replace("PAGE", parley.page());

        meta.posts(body);

        parley.until("it is stored", () -> countOf("Get started") == 1);
    }

    private static String panel(Desk desk) {
        return desk.region("customer");
    }

    private String good(String mid) {
        return "{\"sender\":{\"id\":\"2401\"},\"recipient\":{\"id\":\"PAGE\"},\"timestamp\":1795000000000,\"message\":{\"mid\":\"%s\",\"text\":\"good neighbour\"}}"
                .formatted(mid);
    }

    private long countOf(String text) {
        return parley.count("select count(*) from message where text = '%s'".formatted(text));
    }

    private long waiting() {
        return parley.count("select count(*) from waiting_envelope");
    }

    private void execute(String sql) {
        parley.database().sql(sql).update();
    }
}
