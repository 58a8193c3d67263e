package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.inbox.Inbox;
import dev.parley.messenger.catchup.CatchUp;
import dev.parley.messenger.catchup.CatchUpSettings;
import dev.parley.messenger.catchup.PageWatch;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.messenger.webhook.HistoryMessages;
import dev.parley.testing.Desk;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/// Undelivered messages are fetched from Meta's message history.
@ExtendWith(TestParleyExtension.class)
class CatchUpTests {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String PERSON = "2401";

    private final TestParley parley;

    CatchUpTests(TestParley parley) {
        this.parley = parley;
    }

    @BeforeEach
    void nothingWasFetchedYet() {
        parley.until("the watch is idle", this::isIdle);
        parley.database().sql("update page_watch set whole_until = null").update();
    }

    @Test
    void undeliveredMessagesAreFetchedOnceAndInOrder() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("One");
        ann.accepts(ada);
        webhooksAreLost(true);
        ada.writes("Two");
        ada.isAnsweredInMetasOwnInbox("From the owner's phone");
        ada.writes("Three");
        webhooksAreLost(false);
        ada.writes("Four");

        catchUp();
        catchUp();

        ann.sees("Delivered late");
        assertThat(texts())
                .containsExactly("One", "Two", "From the owner's phone", "Three", "Four");
        assertThat(recovered()).containsExactly("Two", "From the owner's phone", "Three");
    }

    @Test
    void aRecentUnansweredQuestionIsOffered() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        webhooksAreLost(true);
        ada.writes("Is anybody there?");

        catchUp();

        ann.accepts(ada).sees("Is anybody there?");
    }

    @Test
    void oldAndAnsweredMessagesNotifyNoAgent() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        var ben = parley.customer("Ben");
        webhooksAreLost(true);
        ada.writes("Long ago");
        parley.timePasses(Duration.ofHours(25));
        ben.writes("Answered already");
        ben.isAnsweredInMetasOwnInbox("Yes");

        webhooksAreLost(false);

        catchUp();

        assertThat(texts()).contains("Long ago", "Answered already", "Yes");
        parley.settle();
        assertThat(parley.count("select count(*) from work_item")).isZero();
        assertThat(parley.count("select count(*) from offer")).isZero();
        assertThat(parley.count("select sum(unread) from conversation")).isZero();
        ada.writes("And now?");
        ann.accepts(ada).sees("Long ago");
    }

    @Test
    void aReplyWithLostResponseAndEchoIsRecognised() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.handled(1);
        webhooksAreLost(true);
        parley.simulator().cutNext("after");
        ann.replies("Good morning");
        parley.until(
                "it is unknown",
                () ->
                        ann.marks().equals(List.of("unknown"))
                                || ann.marks().equals(List.of("sent")));

        catchUp();

        parley.until("it is sent", () -> !ann.marks().contains("unknown"));
        assertThat(texts()).containsExactly("Hello", "Good morning");
        assertThat(ada.received()).containsExactly("Good morning");
    }

    @Test
    void aLostSubscriptionIsRestoredAndMissedMessagesAreFetched() {
        var ada = parley.customer("Ada");
        parley.simulator().delete("/%s/subscribed_apps".formatted(parley.page()), token());
        ada.writes("Does this reach you?");

        catchUp();

        assertThat(texts()).containsExactly("Does this reach you?");
        ada.writes("And this?");
        parley.until("it arrives automatically", () -> texts().contains("And this?"));
        assertThat(recovered()).containsExactly("Does this reach you?");
    }

    @Test
    void aLongListIsReadInPartsAndOnlyTheLatestTwentyOfEach() {
        var people = IntStream.range(0, 30).mapToObj(one -> parley.customer("P" + one)).toList();
        webhooksAreLost(true);
        people.forEach(one -> one.writes("Hello"));
        IntStream.range(0, 24).forEach(number -> people.getFirst().writes("More " + number));

        catchUp();

        assertThat(watch().conversations()).isEqualTo(30);
        assertThat(watch().found()).isEqualTo(29 + 20);
    }

    @Test
    void foundMessagesKeepTheirOrderWithinASecond() {
        var second = Instant.now().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
        var meta = new Meta(parley);
        meta.tells(PERSON, second.toEpochMilli() + 300, "'message':{'mid':'m_1','text':'One'}");
        meta.tells(PERSON, second.toEpochMilli() + 900, "'message':{'mid':'m_4','text':'Four'}");
        parley.handled(2);

        historyShows(
                second,
                historyItem("m_6", PERSON, "Six"),
                "{'id':'m_5','created_time':'AT'}",
                historyItem("m_4", PERSON, "Four"),
                historyItem("m_3", PERSON, "Three"),
                "{'id':'m_2','created_time':'AT'}",
                historyItem("m_1", PERSON, "One"));

        parley.until("they are found", () -> texts().contains("Six"));
        meta.tells(PERSON, second.toEpochMilli() + 950, "'message':{'mid':'m_5','text':'Five'}");
        parley.until("the one that was missing arrives", () -> texts().contains("Five"));
        assertThat(texts()).containsExactly("One", "Three", "Four", "Five", "Six");
        meta.tells(PERSON, second.toEpochMilli() + 920, "'message':{'mid':'m_6','text':'Six'}");
        parley.until("the fetched one is delivered late", () -> texts().indexOf("Six") == 3);
        assertThat(recovered()).containsExactly("Three");
    }

    @Test
    void aLateWebhookAddsWhatTheHistoryLacks() {
        var second = Instant.now().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);
        historyShows(
                second, "{'id':'m_1','created_time':'AT','from':{'id':'%s'}}".formatted(PERSON));
        parley.until("it is found", () -> kinds().contains("UNSUPPORTED"));

        new Meta(parley)
                .tells(
                        PERSON,
                        second.toEpochMilli() + 300,
                        "'message':{'mid':'m_1','attachments':[{'type':'location','payload':"
                                + "{'coordinates':{'lat':1.5,'long':2.5}}}]}");

        parley.until("it is complete", () -> kinds().contains("LOCATION"));
        assertThat(kinds()).doesNotContain("UNSUPPORTED");
    }

    @Test
    void aNewPageIsCheckedAsSoonAsItIsSubscribed() {
        parley.database()
                .sql(
                        """
                        update page_watch
                           set checked_at = null, check_at = check_at + interval '1 year',
                               due_at = check_at + interval '1 year'
                        """)
                .update();

        parley.part(Subscriptions.class).subscribePage(parley.page());

        parley.until("it is checked", () -> watch().checkedAt() != null);
        assertThat(new CatchUpSettings(A_DAY, A_DAY, A_DAY).firstWait())
                .isLessThan(Duration.ofMinutes(1));
        assertThat(new CatchUpSettings(A_DAY, Duration.ZERO, A_DAY).firstWait()).isZero();
    }

    @Test
    void administratorsReadWhatIsStillMissing() {
        var alex = parley.desk("Alex", Role.ADMINISTRATOR);
        var wanted = "wanted = true, checked_at = null";
        var waits =
                "wanted = false, conversations = 0, checked_at = now(), since = now(), until = now()";
        assertThat(traffic(alex, wanted))
                .contains("Not checked yet", "retrieved after the next check")
                .doesNotContain("Receiving normally");
        assertThat(traffic(alex, waits))
                .contains("Receiving new messages", "unless Facebook delivers them first")
                .doesNotContain("Receiving normally", "so far");
        assertThat(traffic(alex, waits.replace("= 0", "= 3")))
                .contains("Receiving new messages", "3 conversations so far");
        assertThat(traffic(alex, "since = null, until = null"))
                .contains("Receiving normally")
                .doesNotContain("Receiving new messages");
    }

    private String traffic(Desk alex, String state) {
        parley.database()
                .sql(
                        "update page_watch set cursor = null,"
                                + " due_at = now() + interval '1 year', "
                                + state)
                .update();
        return alex.get("/admin/traffic").body();
    }

    private List<String> kinds() {
        return parley.database()
                .sql("select kind from message")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void historyShows(Instant second, String... newestFirst) {
        var messages =
                String.join(",", newestFirst)
                        .replace("AT", second.toString().replace("Z", "+0000"))
                        .replace('\'', '"');
        var conversation =
                """
                {"participants":{"data":[{"id":"%s"}]},"messages":{"data":[%s]}}
                """
                        .formatted(PERSON, messages);
        var now = Instant.now();
        var found = new HistoryMessages(parley.page(), now.minus(Duration.ofDays(1)), now, now);
        var inbox = parley.part(Inbox.class);
        var envelopes = found.envelopes(List.of(JsonMapper.shared().readTree(conversation)));
        inbox.accept(envelopes.stream().map(HistoryMessages::named).toList());
    }

    private static String historyItem(String mid, String from, String text) {
        return "{'id':'%s','created_time':'AT','from':{'id':'%s'},'message':'%s'}"
                .formatted(mid, from, text);
    }

    private void catchUp() {
        parley.part(CatchUp.class).request(parley.page(), parley.anyUser());
        parley.until("it is caught up", Duration.ofSeconds(60), () -> isIdle() && allIsProcessed());
    }

    private boolean isIdle() {
        var watch = watch();
        return watch.span() == null && !watch.wanted();
    }

    private boolean allIsProcessed() {
        return parley.count("select count(*) from waiting_envelope") == 0;
    }

    private PageWatch watch() {
        return parley.part(CatchUp.class).pages().stream()
                .filter(watch -> watch.page().equals(parley.page()))
                .findFirst()
                .orElseThrow();
    }

    private void webhooksAreLost(boolean lost) {
        if (lost) {
            parley.simulator().post("/simulator/faults", Map.of("kind", "drop", "always", true));
        } else {
            parley.simulator().delete("/simulator/faults", "");
        }
    }

    private String token() {
        return parley.simulator().state().path("pages").path(0).path("token").asString();
    }

    private List<String> texts() {
        return textsWhere("");
    }

    private List<String> recovered() {
        return textsWhere("where recovered");
    }

    private List<String> textsWhere(String which) {
        return parley
                .database()
                .sql("select text from message %s order by sent_at, id".formatted(which))
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(text -> text != null)
                .toList();
    }
}
