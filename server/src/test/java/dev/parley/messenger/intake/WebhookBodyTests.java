package dev.parley.messenger.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.Envelope;
import dev.parley.messenger.intake.WebhookBody.NotJson;
import dev.parley.messenger.intake.WebhookBody.Read;
import dev.parley.messenger.intake.WebhookBody.Reading;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookBodyTests {
    private static final Instant now = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void everyEntryAndEveryEventOfABatchBecomesAnEnvelope() {
        var read =
                read(
                        """
                        {"object":"page","entry":[
                          {"id":"1","time":1700000000000,"messaging":[
                            {"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1700000000001,
                             "message":{"mid":"m_a","text":"one"}},
                            {"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1700000000002,
                             "read":{"watermark":1700000000000}}],
                           "standby":[{"sender":{"id":"3"},"recipient":{"id":"1"},
                             "timestamp":1700000000003,"message":{"mid":"m_b","text":"two"}}]},
                          {"id":"1","time":1700000000000}]}
                        """);

        assertThat(read.envelopes())
                .extracting(Envelope::kind)
                .containsExactly("message", "read", "standby.message", "nothing");
        assertThat(read.strays()).isEmpty();
    }

    @Test
    void anEchoBelongsToThePersonItWentTo() {
        var echo =
                read("""
                {"object":"page","entry":[{"id":"1","messaging":[
                  {"sender":{"id":"1"},"recipient":{"id":"2"},"timestamp":1,
                   "message":{"mid":"m_a","is_echo":true,"app_id":7,"text":"x"}}]}]}
                """)
                        .envelopes()
                        .getFirst();

        assertThat(echo.address().person()).isEqualTo("2");
        assertThat(echo.key()).isEqualTo("m_a#echo");
    }

    @Test
    void idsMayBeNumbersAndTimesSeconds() {
        var envelope =
                read("""
                {"object":"page","entry":[{"id":1,"time":1700000000,"messaging":[
                  {"sender":{"id":24101000000007919},"recipient":{"id":1},
                   "timestamp":"1700000001","message":{"mid":"m_a","text":"x"}}]}]}
                """)
                        .envelopes()
                        .getFirst();

        assertThat(envelope.address().person()).isEqualTo("24101000000007919");
        assertThat(envelope.occurredAt()).isEqualTo(Instant.ofEpochSecond(1700000001));
    }

    @Test
    void eventsWithoutAnIdAreKnownByWhatTheyAre() {
        var body =
                """
                {"object":"page","entry":[{"id":"1","messaging":[
                  {"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":5,"optin":{"ref":"a"}},
                  {"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":5,"optin":{"ref":"b"}}]}]}
                """;

        var keys = read(body).envelopes().stream().map(Envelope::key).toList();

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(read(body).envelopes().stream().map(Envelope::key)).isEqualTo(keys);
    }

    @Test
    void pagesThatNobodyAddedAreStrays() {
        var read = read("{\"object\":\"page\",\"entry\":[{\"id\":\"99\"},{\"id\":\"1\"}]}");

        assertThat(read.strays())
                .singleElement()
                .satisfies(stray -> {
                    assertThat(stray.page()).isEqualTo("99");
                    assertThat(stray.cause()).isEqualTo(Cause.UNKNOWN_PAGE);
                });
    }

    @Test
    void theDashboardsTestButtonIsKeptAndConcernsNobody() {
        var read =
                read(
                        """
                        {"object":"page","entry":[{"id":"0","time":1795000000,"changes":[
                          {"field":"messages","value":{"sender":{"id":"12334"},
                           "recipient":{"id":"23245"},"timestamp":"1527459824",
                           "message":{"mid":"test_message_id","text":"test_message"}}}]}]}
                        """);

        assertThat(read.strays()).isEmpty();
        assertThat(read.envelopes())
                .singleElement()
                .satisfies(envelope -> {
                    assertThat(envelope.kind()).isEqualTo("changes.messages");
                    assertThat(envelope.address().namesAPerson()).isFalse();
                });
    }

    @Test
    void anEchoWhoseSidesAreMixedUpBelongsToThePerson() {
        var echo =
                read(
                        """
                        {"object":"page","entry":[{"id":"1","messaging":[
                          {"sender":{"id":"2"},"recipient":{"id":"1"},"timestamp":1,
                           "message":{"mid":"m_a","is_echo":true,"text":"x"}}]}]}
                        """);

        assertThat(echo.envelopes().getFirst().address().person()).isEqualTo("2");
    }

    @Test
    void fieldsThatNobodyKnowsDoNotHideWhatItIs() {
        var read =
                read(
                        """
                        {"object":"page","entry":[{"id":"1","messaging":[
                          {"brand_new":{"a":1},"sender":{"id":"2"},"recipient":{"id":"1"},
                           "timestamp":1,"optin":{"ref":"R"}}]}]}
                        """);

        assertThat(read.envelopes().getFirst().kind()).isEqualTo("optin");
    }

    @Test
    void whatWasTakenBackLeavesABodyAndTheRestStays() {
        var body =
                """
                {"object":"page","entry":[{"id":"1","messaging":[
                  {"sender":{"id":"2"},"message":{"mid":"m_a","text":"secret"}},
                  {"sender":{"id":"2"},"message_edit":{"mid":"m_a","text":"secret still"}},
                  {"sender":{"id":"3"},"message":{"mid":"m_b","text":"stays"}}]}]}
                """;

        var left = new String(WebhookBody.without("m_a", body.getBytes(UTF_8)), UTF_8);

        assertThat(left).doesNotContain("secret").contains("stays");
    }

    @Test
    void aByteOrderMarkIsNoMistake() {
        assertThat(reading("\uFEFF{\"object\":\"page\",\"entry\":[]}")).isInstanceOf(Read.class);
    }

    @Test
    void whatIsNoJsonObjectIsTold() {
        for (var body : List.of("", "{", "[]", "\"page\"", "null", "{\"a\":1}}x")) {
            assertThat(reading(body)).as(body).isInstanceOfAny(NotJson.class, Read.class);
        }
        assertThat(reading("{")).isInstanceOf(NotJson.class);
        assertThat(reading("[]")).isInstanceOf(NotJson.class);
    }

    @Test
    void anIdThatIsNoIdStopsNobodyElse() {
        var read =
                read(
                        """
                        {"object":"page","entry":[{"id":"1","messaging":[
                          {"sender":{"id":"%s"},"recipient":{"id":"1"},"message":{"mid":"m","text":"x"}},
                          {"sender":{"id":"2"},"recipient":{"id":"1"},"message":{"mid":"n","text":"y"}}]}]}
                        """
                                .formatted("9".repeat(5000)));

        assertThat(read.envelopes()).hasSize(1);
        assertThat(read.strays()).singleElement().extracting("cause").isEqualTo(Cause.UNREADABLE);
    }

    private static Read read(String body) {
        return (Read) reading(body);
    }

    private static Reading reading(String body) {
        return WebhookBody.read(body.getBytes(UTF_8), "1"::equals, now);
    }
}
