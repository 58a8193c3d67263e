package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation.State;
import dev.parley.identity.Role;
import dev.parley.platform.Ids;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Agents find what was written, and by whom, in both scripts, and only what they may read.
@ExtendWith(TestParleyExtension.class)
class SearchTests {
    private static final Pattern MORE = Pattern.compile("hx-get=\"(/desk/search/more[^\"]+)\"");

    private final TestParley parley;
    private final Desk ann;

    SearchTests(TestParley parley) {
        this.parley = parley;
        this.ann = parley.agent("Ann");
    }

    @Test
    void messagesNamesAndNumbersAreFound() {
        ann.setPresence("AWAY");
        var ada = parley.customer("林雅婷");
        ada.writes("請問我的包裹寄丟了嗎？");
        var bob = parley.customer("Bob Lévy");
        bob.writes("Is my parcel lost?");
        parley.handled(2);
        ann.opens(conversationOf(ada));
        ann.does("assign-to-me");
        ann.replies("您的包裹明天會到");
        ann.act("notes", Map.of("text", "還在倉庫", "key", UUID.randomUUID().toString()));
        named(2);
        indexed(4);

        assertThat(finds(ann, "包裹")).hasSize(2).allMatch(row -> row.contains("<mark>包裹"));
        assertThat(finds(ann, "丟")).hasSize(1).first().asString().contains("林雅婷");
        assertThat(finds(ann, "PARC")).hasSize(1).first().asString().contains("<mark>parcel");
        assertThat(finds(ann, "levy")).hasSize(1).first().asString().contains("<mark>Lévy</mark>");
        assertThat(finds(ann, "雅婷")).hasSize(1);
        assertThat(finds(ann, "倉庫")).hasSize(1).first().asString().contains("You, internal note");
        assertThat(finds(ann, "#" + numberOf(bob))).hasSize(1).first().asString().contains("Bob");
        assertThat(finds(ann, "\"parcel my\"")).isEmpty();
        assertThat(search(ann, "nowhere")).contains("No results for “nowhere”");
        assertThat(search(ann, " ?! ")).contains("Use quotation marks");
        assertThat(ann.get("/desk/palette?q=" + encoded("包裹")).body()).contains("明天會到");
        ann.reads("zh-TW");
        assertThat(search(ann, "nowhere")).contains("找不到「nowhere」");
    }

    @Test
    void onlyWhatAUserMayReadIsFound() {
        var ada = parley.customer("Ada Secretive");
        ada.writes("My secret is xyzzy");
        ann.accepts(ada).replies("I keep the secret");
        indexed(2);
        named(1);
        var ben = parley.agent("Ben");
        var sue = parley.desk("Sue", Role.SUPERVISOR);

        assertThat(finds(ann, "secret")).hasSize(3);
        assertThat(finds(sue, "secret")).hasSize(3);
        assertThat(search(ben, "secret")).contains("No results").doesNotContain("xyzzy");
        assertThat(search(ben, "#" + numberOf(ada))).contains("No results");
        assertThat(ben.get("/desk/palette?q=secret").body()).doesNotContain("Ada");

        ann.does("end");
        ann.does("close");
        parley.timePasses(Duration.ofSeconds(11));
        parley.until("it is closed", () -> stateOf(ada) == State.CLOSED);
        assertThat(finds(ben, "secret")).hasSize(3);
    }

    @Test
    void editsAreFoundAndWhatIsUnsentIsNot() {
        ann.setPresence("AWAY");
        var ada = parley.customer("Ada");
        var edited = ada.writes("The colour is purple");
        var unsent = ada.writes("My card number is 4711");
        parley.handled(2);
        indexed(2);
        assertThat(finds(ann, "purple")).hasSize(1);
        assertThat(finds(ann, "4711")).hasSize(1);

        ada.edits(edited, "The colour is orange");
        parley.until("the edit is found", () -> finds(ann, "orange").size() == 1);
        assertThat(finds(ann, "purple")).isEmpty();

        ada.unsends(unsent);
        parley.until("it is unsent", () -> finds(ann, "4711").isEmpty());
        parley.settle();
        assertThat(parley.count("select count(*) from search_entry where terms @@ '''4711'''"))
                .isZero();
        assertThat(parley.count("select count(*) from search_pending")).isZero();
    }

    @Test
    void filesAreFoundByTheirNames() {
        ann.setPresence("AWAY");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.handled(1);
        ann.opens(conversationOf(ada));
        ann.does("assign-to-me");
        var sent =
                ann.sends(
                        "",
                        ann.upload(
                                "invoice-發票.pdf",
                                "%PDF-1.4 second".getBytes(StandardCharsets.UTF_8)));
        assertThat(sent.statusCode()).isEqualTo(204);

        parley.until("it is found", () -> finds(ann, "發票").size() == 1);
        assertThat(finds(ann, "invoice").getFirst()).contains("<mark>invoice</mark>");
    }

    @Test
    void moreIsFoundPageByPageAndWithFilters() {
        ann.setPresence("AWAY");
        var ada = parley.customer("Ada");
        var bob = parley.customer("Bob");
        ada.writes("Hello");
        bob.writes("Hello");
        parley.handled(2);
        store(ada, 45, "old parcel");
        store(bob, 3, "his parcel");
        indexed(50);

        var first = search(ann, "parcel");
        assertThat(first).contains("48 found");
        var second = ann.get(moreOf(first)).body();
        var third = ann.get(moreOf(second)).body();
        assertThat(List.of(rows(first).size(), rows(second).size(), rows(third).size()))
                .containsExactly(20, 20, 8);
        assertThat(MORE.matcher(third).find()).isFalse();
        assertThat(rows(first).getFirst()).contains("his <mark>parcel</mark> 3");

        ann.opens(conversationOf(bob));
        ann.does("assign-to-me");
        assertThat(rows(search(ann, "parcel&state=ACTIVE"))).hasSize(3);
        assertThat(rows(search(ann, "parcel&agent=" + userOf("Ann")))).hasSize(3);
        var page = "parcel&endpoint=" + encoded("FACEBOOK:" + parley.secondPage());
        assertThat(search(ann, page)).contains("No results match these filters");
        var today =
                LocalDate.parse(
                        parley.database()
                                .sql("select max(sent_at)::date::text from message")
                                .query(String.class)
                                .single());
        assertThat(search(ann, "parcel&to=" + today.minusDays(30))).contains("search-nothing");
        assertThat(rows(search(ann, "parcel&from=" + today.minusDays(30)))).hasSize(20);
    }

    /// More than 1,000 messages contain the word: they are found by reading back.
    @Test
    void commonWordsAreFoundToo() {
        ann.setPresence("AWAY");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.handled(1);
        store(ada, 1_200, "包裹");
        indexed(1_201);

        var first = search(ann, "包裹");
        assertThat(first).contains("1,000+ found");
        assertThat(rows(first)).hasSize(20);
        assertThat(rows(ann.get(moreOf(first)).body()))
                .hasSize(20)
                .doesNotContainAnyElementsOf(rows(first));
    }

    /// The id is older than what was indexed last, as from a transaction that took longer.
    @Test
    void aMessageThatBecomesVisibleLateIsFound() {
        ann.setPresence("AWAY");
        var ada = parley.customer("Ada");
        var late = Ids.next();
        ada.writes("Hello");
        parley.handled(1);
        indexed(1);

        add(ada, late, "I was late");
        parley.timePasses(Duration.ofSeconds(11));
        parley.until("it is found", () -> finds(ann, "late").size() == 1);

        add(ada, new UUID(Ids.next().getMostSignificantBits() - (3_600_000L << 16), -1), "Slowest");
        parley.timePasses(Duration.ofDays(1));
        parley.until("it is found", () -> finds(ann, "slowest").size() == 1);
    }

    @Test
    void aMessageOfAFastClockDelaysNoOther() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.handled(1);
        indexed(1);

        add(ada, new UUID(-1, -1), "from the future");
        parley.settle();
        add(ada, Ids.next(), "right now");

        parley.until("it is found", () -> finds(ann, "right").size() == 1);
        parley.timePasses(Duration.ofDays(1));
        parley.until("it is found", () -> finds(ann, "future").size() == 1);
    }

    @Test
    void theConversationOpensAtTheMessage() {
        ann.setPresence("AWAY");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.handled(1);
        var wanted = Ids.next();
        add(ada, wanted, "the one");
        store(ada, 200, "later");

        var newest = ann.get("/desk/conversations/" + conversationOf(ada)).body();
        var found =
                ann.get("/desk/conversations/%s?at=%s".formatted(conversationOf(ada), wanted))
                        .body();

        assertThat(newest).doesNotContain("the one");
        assertThat(found).contains("entry-" + wanted, "the one", "later 200");
        assertThat(
                        ann.get(
                                        "/desk/conversations/%s?at=%s"
                                                .formatted(conversationOf(ada), UUID.randomUUID()))
                                .statusCode())
                .isEqualTo(200);
    }

    private void indexed(int messages) {
        parley.until(
                messages + " messages are indexed",
                () -> parley.count("select count(*) from search_entry") == messages);
    }

    private void named(int customers) {
        parley.until(
                "the names are indexed",
                () -> parley.count("select count(*) from search_customer") == customers);
    }

    private void store(TestCustomer customer, int count, String text) {
        for (var index = 1; index <= count; index++) {
            add(customer, Ids.next(), text + " " + index);
        }
    }

    private void add(TestCustomer customer, UUID id, String text) {
        parley.database()
                .sql(
                        """
                        insert into message (id, conversation_id, channel, endpoint, author, kind, text,
                                             content, sent_at, status)
                        select :id, id, channel, endpoint, 'CUSTOMER', 'TEXT', :text,
                               null, last_message_at, 'RECEIVED'
                          from conversation where id = :conversation::uuid
                        """)
                .param("id", id)
                .param("text", text)
                .param("conversation", conversationOf(customer))
                .update();
    }

    private String conversationOf(TestCustomer customer) {
        return of(customer, "id::text");
    }

    private String numberOf(TestCustomer customer) {
        return of(customer, "number::text");
    }

    private State stateOf(TestCustomer customer) {
        return State.valueOf(of(customer, "state"));
    }

    private String of(TestCustomer customer, String column) {
        return parley.database()
                .sql("select " + column + " from conversation where person = :person")
                .param("person", customer.psid())
                .query(String.class)
                .single();
    }

    private String userOf(String name) {
        return parley.database()
                .sql("select id::text from user_account where display_name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static List<String> finds(Desk desk, String query) {
        return rows(search(desk, query));
    }

    /// @param query with further parameters, if there is a `&` in it
    private static String search(Desk desk, String query) {
        var parts = query.split("&", 2);
        var more = parts.length == 1 ? "" : "&" + parts[1];
        return desk.get("/desk/search?q=" + encoded(parts[0]) + more).body();
    }

    private static List<String> rows(String body) {
        return Pattern.compile("<li class=\"search-item\".*?</li>", Pattern.DOTALL)
                .matcher(body)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static String moreOf(String body) {
        var more = MORE.matcher(body);
        assertThat(more.find()).isTrue();
        return more.group(1).replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
