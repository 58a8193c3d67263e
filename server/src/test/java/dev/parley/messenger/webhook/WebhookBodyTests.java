package dev.parley.messenger.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.Envelope;
import dev.parley.messenger.webhook.WebhookBody.NotJson;
import dev.parley.messenger.webhook.WebhookBody.Read;
import dev.parley.messenger.webhook.WebhookBody.Reading;
import dev.parley.platform.StorableText;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

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
    void anEchoBelongsToItsRecipient() {
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
    void eventsWithoutAnIdAreIdentifiedByTheirContent() {
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
    void unknownPagesAreStrays() {
        var read = read("{\"object\":\"page\",\"entry\":[{\"id\":\"99\"},{\"id\":\"1\"}]}");

        assertThat(read.strays())
                .singleElement()
                .satisfies(stray -> {
                    assertThat(stray.page()).isEqualTo("99");
                    assertThat(stray.cause()).isEqualTo(Cause.UNKNOWN_ENDPOINT);
                });
    }

    @Test
    void theDashboardsTestEventIsStoredWithoutAPerson() {
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
                    assertThat(envelope.address().hasPerson()).isFalse();
                });
    }

    @Test
    void anEchoWithSwappedSidesBelongsToThePerson() {
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
    void unknownFieldsDoNotHideTheKind() {
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
    void anUnsentMessageIsRemovedFromABodyAndTheRestStays() {
        var body =
                """
                {"object":"page","entry":[{"id":"1","messaging":[
                  {"sender":{"id":"2"},"message":{"mid":"m_a","text":"secret"}},
                  {"sender":{"id":"2"},"message_edit":{"mid":"m_a","text":"secret still"}},
                  {"sender":{"id":"3"},"message":{"mid":"m_b","text":"stays"}}]}]}
                """;

        var left = new String(BodyErasure.withoutMessage("m_a", body.getBytes(UTF_8)), UTF_8);

        assertThat(left).doesNotContain("secret").contains("stays");
        assertThat(JsonMapper.shared().readTree(left).isObject()).isTrue();
    }

    @Test
    void anErasedPersonIsRemovedFromABodyEvenIfItCannotBeRead() {
        var body =
                """
                {"object":"page","entry":[{"id":"1","messaging":[
                  {"sender":{"id":"2"},"message":{"mid":"m_a","text":"secret\ud800" \u0000 }},
                  {"sender":{"id":"23"},"message":{"mid":"m_b","text":"stays"}}]}]}
                """;

        var left = new String(BodyErasure.withoutPerson("2", body.getBytes(UTF_8)), UTF_8);

        assertThat(left).doesNotContain("secret").contains("stays");
        assertThat(BodyErasure.withoutPerson("2", "not JSON of 2".getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void anUnreadableEventIsSetAsideAloneAndItsNeighboursAreRead(byte[] odd) {
        var read = (Read) WebhookBody.read(between(odd), "1"::equals, now);

        assertThat(read.envelopes()).extracting(Envelope::key).contains("m_before", "m_after");
        assertThat(read.envelopes().size() + read.strays().size()).isEqualTo(3);
        for (var stray : read.strays()) {
            assertThat(new String(stray.body().bytes(), ISO_8859_1))
                    .contains(new String(odd, ISO_8859_1))
                    .doesNotContain("m_before", "m_after");
            var again = (Read) WebhookBody.read(stray.body().bytes(), "1"::equals, now);
            assertThat(again.strays()).containsExactly(stray);
            assertThat(again.envelopes()).isEmpty();
        }
        for (var envelope : read.envelopes()) {
            assertThat(envelope.key().length()).isLessThan(400);
            assertThat(envelope.kind().length()).isLessThan(100);
            for (var text : List.of(envelope.key(), envelope.kind(), envelope.payload())) {
                assertThat(text).isEqualTo(StorableText.clean(text));
            }
        }
    }

    static Stream<byte[]> odd() {
        var deep = "{\"sender\":{\"id\":\"2\"},\"x\":%s1%s}";
        return Stream.concat(
                Stream.of(
                                "{\"a\\u0000b\":{},\"sender\":{\"id\":\"2\"}}",
                                "{\"sender\":{\"id\":\"2\"},\"\\ud800\":{\"a\":1}}",
                                "{\"sender\":{\"id\":\"2\"},\"message\":{\"mid\":\"m\",\"text\":\"\\udc00\"}}",
                                "{\"sender\":{\"id\":\"2\"},\"timestamp\":\"%s\",\"read\":{}}"
                                        .formatted("x".repeat(3000)),
                                "{\"sender\":{\"id\":\"2\"},\"message_edit\":{\"mid\":\"m\",\"num_edit\":\"%s\"}}"
                                        .formatted("7".repeat(3000)),
                                deep.formatted("[".repeat(501), "]".repeat(501)),
                                deep.formatted("[".repeat(300_000), "]".repeat(300_000)),
                                deep.formatted("9".repeat(1001), ""),
                                "{\"sender\":{\"id\":\"%s\"}}".formatted("9".repeat(500)),
                                "{\"sender\":{\"id\":\"2\"},\"message\":[}",
                                "{\"sender\":{\"id\":\"2\"},\"message\":{\"mid\":\"%s\",\"text\":\"x\"}}"
                                        .formatted("m".repeat(100_000)),
                                "{\"%s\":1}".formatted("k".repeat(5000)),
                                "{,}",
                                "null",
                                "tru",
                                "\"words\"",
                                "[[[]]]",
                                "-1e99999")
                        .map(text -> text.getBytes(UTF_8)),
                Stream.of(
                        "{\"sender\":{\"id\":\"2\"},\"message\":{\"mid\":\"m\",\"text\":\"caf\u00e9\"}}"
                                .getBytes(ISO_8859_1)));
    }

    private static byte[] between(byte[] odd) {
        var good =
                "{\"sender\":{\"id\":\"2\"},\"recipient\":{\"id\":\"1\"},\"message\":{\"mid\":\"%s\",\"text\":\"good\"}}";
        var whole =
                "{\"object\":\"page\",\"entry\":[{\"id\":\"1\",\"messaging\":[%s,%s,%s]}]}"
                        .formatted(
                                good.formatted("m_before"),
                                new String(odd, ISO_8859_1),
                                good.formatted("m_after"));
        return whole.getBytes(ISO_8859_1);
    }

    @Test
    void theReceivedPartOfATruncatedBodyIsRead() {
        var whole = new String(between("{}".getBytes(UTF_8)), UTF_8);

        var read = read(whole.substring(0, whole.indexOf("m_after")));

        assertThat(read.envelopes()).extracting(Envelope::key).contains("m_before");
        assertThat(read.strays())
                .singleElement()
                .satisfies(stray -> {
                    assertThat(stray.page()).isEqualTo("1");
                    assertThat(new String(stray.body().bytes(), UTF_8)).doesNotContain("m_before");
                });
    }

    @Test
    void manyUnreadableEventsMakeFewDeadLettersAndHideNoValidOne() {
        var odd = "tru,".repeat(50_000);

        var read = (Read) WebhookBody.read(between(odd.getBytes(UTF_8)), "1"::equals, now);

        assertThat(read.envelopes()).hasSize(2);
        assertThat(read.strays()).hasSize(101);
    }

    /// Each list has its own later parts: together they make few dead letters, too.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\":\"page\",%s\"entry\":[]}",
                "{\"object\":\"page\",\"entry\":[%s{\"id\":\"1\"}]}"
            })
    void manyUnreadableListsMakeFewDeadLetters(String frame) {
        var list = frame.contains("[%s") ? "{\"id\":\"1\",\"messaging\":[tru]}," : "\"entry\":1,";
        var body = frame.formatted(list.repeat(5_000));

        var read = (Read) WebhookBody.read(body.getBytes(UTF_8), "1"::equals, now);

        assertThat(read.strays()).hasSizeLessThanOrEqualTo(201);
        assertThat(read.strays().getLast().body().bytes()).isEqualTo(body.getBytes(UTF_8));
    }

    @Test
    void anUnknownPageIsSetAsideWithoutItsNeighbours() {
        var read =
                read(
                        """
                        {"entry":[
                          {"messaging":[{"sender":{"id":"5"},"message":{"mid":"m_c"}}],"id":"99"},
                          {"messaging":{"sender":{"id":"2"},"message":{"mid":"m_a","text":"x"}},
                           "id":"1"}, null, 7],
                         "object":"page"}
                        """);

        assertThat(read.envelopes()).extracting(Envelope::key).containsExactly("m_a");
        assertThat(read.strays())
                .extracting(WebhookBody.Stray::cause)
                .containsExactly(Cause.UNKNOWN_ENDPOINT, Cause.UNREADABLE, Cause.UNREADABLE);
        assertThat(new String(read.strays().getFirst().body().bytes(), UTF_8))
                .contains("m_c")
                .doesNotContain("m_a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'message':{'mid':'m','text':'x'}",
                "'postback':{'mid':'m','payload':'P'}",
                "'reaction':{'mid':'m','emoji':'x'}",
                "'read':{'watermark':1791000000000}",
                "'delivery':{'watermark':1791000000000}",
                "'referral':{'ref':'r'}",
                "'optin':{'ref':'r'}",
                "'message_edit':{'mid':'m','text':'x','num_edit':1}",
                "'pass_thread_control':{'new_owner_app_id':'7'}",
                "'messaging_feedback':{}",
                "'message':{'mid':'m','text':'x','is_echo':true}"
            })
    void eventsInChangesAreReadLikeThoseInMessaging(String part) {
        var item =
                "{'sender':{'id':'2'},'recipient':{'id':'1'},'timestamp':1791000000000,%s}"
                        .formatted(part);
        var body = "{'object':'page','entry':[{'id':'1','time':1791000000000,'%s':[%s]}]}";

        var asItem = read(body.formatted("messaging", item).replace('\'', '"'));
        var asChange =
                read(
                        body.formatted("changes", "{'field':'any','value':%s}".formatted(item))
                                .replace('\'', '"'));

        assertThat(asChange).isEqualTo(asItem);
        assertThat(asItem.envelopes().getFirst().address().person()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-5", "1000000000", "99999999999999", "4102444800000", "[]"})
    void impossibleTimesAreReplacedByTheTimeOfArrival(String time) {
        var body =
                "{'object':'page','entry':[{'id':'1','time':1458692752478,'messaging':[{'sender':{'id':'2'},'timestamp':%s,'message':{'mid':'m'}}]}]}"
                        .formatted(time)
                        .replace('\'', '"');

        var at = read(body).envelopes().getFirst().occurredAt();

        // An invalid time is treated as missing.
        assertThat(at).isEqualTo(time.equals("[]") ? Instant.ofEpochMilli(1458692752478L) : now);
    }

    @Test
    void aByteOrderMarkIsAccepted() {
        assertThat(reading("\uFEFF{\"object\":\"page\",\"entry\":[]}")).isInstanceOf(Read.class);
    }

    @Test
    void aBodyThatIsNoJsonObjectIsReported() {
        for (var body : List.of("", "{", "[]", "\"page\"", "null", "{\"a\":1}}x")) {
            assertThat(reading(body)).as(body).isInstanceOfAny(NotJson.class, Read.class);
        }
        assertThat(reading("{")).isInstanceOf(NotJson.class);
        assertThat(reading("[]")).isInstanceOf(NotJson.class);
    }

    @Test
    void anInvalidIdDoesNotAffectOtherEvents() {
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
