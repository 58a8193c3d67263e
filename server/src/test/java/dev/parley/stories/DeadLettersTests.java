package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
import dev.parley.identity.Role;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.DeadLetterHandling;
import dev.parley.inbox.DeadLetters;
import dev.parley.inbox.DeadLetters.Search;
import dev.parley.inbox.Inbox;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.Secret;
import dev.parley.testing.Desk;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class DeadLettersTests {
    private static final String STRAY_PAGE = "999000999";
    private static final String ADDRESS = "/admin/dead-letters";

    private final TestParley parley;
    private final Meta meta;
    private final Desk alex;
    private final DeadLetters letters;
    private final DeadLetterHandling handling;

    DeadLettersTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
        this.alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        this.letters = parley.part(DeadLetters.class);
        this.handling = parley.part(DeadLetterHandling.class);
    }

    @Test
    void anEmptyListExplainsItsPurpose() {
        assertThat(alex.get(ADDRESS).body())
                .contains("No failed events", "appear here")
                .doesNotContain("class=\"badge\"", "Retry all");
    }

    @Test
    void anAdministratorSeesFailedEventsButNoSecrets() {
        meta.posts(strayed("m_1").replace("Hello", "see ?access_token=EAAGsecretsecret"));
        var letter = letters.waiting().getFirst();

        assertThat(alex.get(ADDRESS).body())
                .contains("Unknown endpoint", STRAY_PAGE, "class=\"badge\"", "Retry all");
        assertThat(alex.get(ADDRESS + "/" + letter.id()).body())
                .contains("Add it to an account", "see ?access_token=••••", "Sunny Tea")
                .doesNotContain("EAAGsecretsecret");
        assertThat(parley.agent("Ann").get(ADDRESS).statusCode()).isEqualTo(403);
    }

    @Test
    void repeatedDeliveriesAreOneDeadLetter() {
        for (var time = 0; time < 5; time++) {
            assertThat(meta.posts(strayed("m_1")).statusCode()).isEqualTo(200);
        }
        meta.posts(strayed("m_2"));

        assertThat(letters.count()).isEqualTo(2);
    }

    @Test
    void aRetriedDeadLetterSucceedsOrFailsAgain() {
        meta.posts(strayed("m_1"));
        meta.posts(strayed("m_2"));
        var letter = letters.waiting().getFirst();

        alex.post(ADDRESS + "/" + letter.id() + "/retry", Map.of());
        assertThat(letters.byId(letter.id())).isEmpty();
        assertThat(letters.count()).isEqualTo(2);
        assertThat(alex.get(ADDRESS + "/" + letter.id()).statusCode()).isEqualTo(404);

        var pages = parley.part(FacebookPages.class);
        pages.add(parley.account().id(), STRAY_PAGE, "Late", new Secret("t"), parley.anyUser());
        var all = alex.post(ADDRESS + "/retry", Map.of());

        assertThat(all.headers().firstValue("Location")).hasValue(ADDRESS + "?retried=2");
        assertThat(letters.count()).isZero();
        parley.until("both are stored", () -> parley.count("select count(*) from message") == 3);
        assertThat(
                        parley.count(
                                "select count(*) from audit_entry where action = 'deadLetter.retried'"))
                .isGreaterThanOrEqualTo(3);
        pages.remove(pages.byPageId(STRAY_PAGE).orElseThrow(), parley.anyUser());
    }

    @Test
    void retriedDeadLettersAreDeletedLater() {
        meta.posts("{\"object\":\"group\"}");
        handling.retry(letters.waiting().getFirst().id(), parley.anyUser());
        assertThat(parley.count("select count(*) from dead_letter")).isEqualTo(2);

        parley.timePasses(Duration.ofDays(31));
        parley.part(Pump.class, "inboxSweep").nudge();

        parley.until("one is left", () -> parley.count("select count(*) from dead_letter") == 1);
        assertThat(letters.count()).isOne();
    }

    @Test
    void unsentMessagesAreErasedFromDeadLettersToo() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("it is stored", () -> parley.count("select count(*) from message") == 2);
        execute("alter table message add constraint refuse_hunter check (text <> 'hunter2')");
        try {
            var mid = ada.writes("hunter2");
            parley.until("it fails", () -> letters.count() == 1);
            assertThat(quoting("hunter2")).isOne();

            ada.unsends(mid);

            parley.until("it is erased", () -> quoting("hunter2") == 0);
            var page = alex.get(ADDRESS + "/" + letters.waiting().getFirst().id()).body();
            assertThat(page).contains("customer unsent the message", "Exception");
        } finally {
            execute("alter table message drop constraint refuse_hunter");
        }
    }

    @Test
    void aDiscardedDeadLetterIsDeletedAndTheReasonStays() {
        meta.posts(strayed("m_1"));
        var letter = letters.waiting().getFirst();
        var address = ADDRESS + "/" + letter.id();

        assertThat(alex.post(address + "/discard", Map.of("reason", " ")).body())
                .contains("Enter a reason.");
        alex.post(address + "/discard", Map.of("reason", "A test of Meta's"));

        assertThat(letters.count()).isZero();
        assertThat(quoting("Hello")).isZero();
        assertThat(
                        parley.count(
                                """
                                select count(*) from audit_entry
                                 where action = 'deadLetter.discarded'
                                   and after::text like '%A test of Meta%'
                                """))
                .isOne();
    }

    @Test
    void aDiscardedEnvelopeIsDeletedWithTheOthers() {
        failsOnce(() -> {
            handling.discard(letters.waiting().getFirst().id(), "known", parley.anyUser());
            parley.timePasses(Duration.ofDays(31));
            parley.part(Pump.class, "inboxSweep").drain();
            assertThat(parley.count("select count(*) from envelope")).isZero();
        });
    }

    @Test
    void aDeadLetterShowsItsPersonAndHowOftenItFailed() {
        failsOnce(() -> {
            handling.retry(letters.waiting().getFirst().id(), parley.anyUser());
            parley.until(
                    "it fails again",
                    () -> letters.count() == 1 && letters.waiting().getFirst().tries() == 2);
            assertThat(letters.waiting().getFirst().person()).isNotEmpty();
            assertThat(alex.get(ADDRESS).body()).contains(letters.waiting().getFirst().person());
        });
    }

    @Test
    void theListIsFilteredByCauseAndText() {
        meta.posts(strayed("m_1"));
        meta.posts("{\"object\":\"group\"}");

        assertThat(alex.get(ADDRESS + "?cause=UNKNOWN_ENDPOINT").body())
                .contains(STRAY_PAGE, "Retry shown");
        assertThat(alex.get(ADDRESS + "?cause=NOT_FOR_ENDPOINTS").body())
                .doesNotContain(STRAY_PAGE);
        assertThat(alex.get(ADDRESS + "?search=" + STRAY_PAGE).body()).contains("Unknown endpoint");
        assertThat(alex.get(ADDRESS + "?search=nothing").body()).contains("No results for");
        handling.retryAll(new Search(Cause.NOT_FOR_ENDPOINTS, ""), parley.anyUser());
        assertThat(letters.count()).isEqualTo(2);
    }

    @Test
    void theListCanBeSorted() {
        meta.posts(strayed("m_1"));
        meta.posts("{\"object\":\"group\"}");

        assertThat(alex.get(ADDRESS + "?sort=size").body())
                .containsSubsequence("From another product", ">Unknown endpoint</a>");
        assertThat(alex.get(ADDRESS + "?sort=-size").body())
                .containsSubsequence(">Unknown endpoint</a>", ">From another product</a>");
    }

    @Test
    void aRetryThatTheInboxRefusesStaysADeadLetterWithAMessage() {
        meta.posts(strayed("m_1"));
        meta.posts(strayed("m_2"));
        var pages = parley.part(FacebookPages.class);
        pages.add(parley.account().id(), STRAY_PAGE, "Late", new Secret("t"), parley.anyUser());
        var inbox = parley.part(Inbox.class);
        inbox.stop();
        try {
            var answer = alex.post(ADDRESS + "/retry", Map.of());

            assertThat(answer.statusCode()).isEqualTo(303);
            var sentOn = answer.headers().firstValue("Location").orElse("");
            assertThat(alex.get(sentOn).body()).contains("The inbox is full");
            assertThat(letters.count()).isEqualTo(2);
        } finally {
            inbox.start();
            pages.remove(pages.byPageId(STRAY_PAGE).orElseThrow(), parley.anyUser());
        }
    }

    /// One message cannot be processed, and becomes a dead letter.
    private void failsOnce(Runnable then) {
        execute("alter table message add constraint refuse_hunter check (text <> 'hunter2')");
        try {
            parley.customer("Ada").writes("hunter2");
            parley.until("it fails", () -> letters.count() == 1);
            then.run();
        } finally {
            execute("alter table message drop constraint refuse_hunter");
        }
    }

    private String strayed(String mid) {
        return meta.text("2401", mid, "Hello", 1_795_000_000_000L)
                .replace(parley.page(), STRAY_PAGE);
    }

    private long quoting(String text) {
        return parley.database()
                .sql(
                        """
                        select count(*) from dead_letter
                         where convert_from(body, 'UTF8') like :like or detail like :like
                        """)
                .param("like", "%" + text + "%")
                .query(Long.class)
                .single();
    }

    private void execute(String sql) {
        parley.database().sql(sql).update();
    }
}
