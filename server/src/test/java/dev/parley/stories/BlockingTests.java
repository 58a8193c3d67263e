package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Address;
import dev.parley.conversation.PersonErasure;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

/// A customer who is blocked can write, and reaches nobody.
@ExtendWith(TestParleyExtension.class)
class BlockingTests {
    private final TestParley parley;
    private final Desk ann;
    private final TestCustomer ada;

    BlockingTests(TestParley parley) {
        this.parley = parley;
        this.ann = parley.agent("Ann");
        this.ada = parley.customer("Ada Lin");
    }

    @Test
    void whatABlockedCustomerWritesIsStoredAndNobodyIsAlerted() {
        ada.writes("I will write this all day");
        ann.accepts(ada);
        assertThat(block(ann, ann.conversation(), " ").body()).contains("Enter a reason");
        assertThat(block(ann, ann.conversation(), "Insults").statusCode()).isEqualTo(204);
        assertThat(block(ann, ann.conversation(), "Twice").statusCode()).isEqualTo(204);
        assertThat(ann.region("head")).contains("Blocked by Ann", "Insults");
        ann.sees("Ann blocked the customer: Insults");

        var unread = parley.count("select sum(unread) from conversation");
        ada.writes("And all night");
        parley.handled(2);
        ann.sees("And all night");
        assertThat(parley.count("select sum(unread) from conversation")).isEqualTo(unread);
        ann.does("end");
        ann.does("close");
        ada.writes("Nobody hears me?");
        parley.handled(3);
        parley.settle();
        assertThat(parley.count("select count(*) from conversation where state <> 'CLOSED'"))
                .isLessThanOrEqualTo(1);
        assertThat(parley.count("select count(*) from work_item")).isZero();
        assertThat(parley.count("select count(*) from offer where outcome is null")).isZero();
        assertThat(parley.count("select count(*) from message where text = 'Nobody hears me?'"))
                .isEqualTo(1);

        var ben = parley.agent("Ben");
        assertThat(ben.post("/desk/conversations/" + ann.conversation() + "/unblock", Map.of()))
                .matches(answer -> answer.statusCode() >= 403);
        assertThat(
                        ann.post("/desk/conversations/" + ann.conversation() + "/unblock", Map.of())
                                .statusCode())
                .isEqualTo(204);
        assertThat(ann.region("head")).doesNotContain("Blocked by");
        ada.writes("Hello again");
        parley.until("it is offered", () -> ann.isOffered(ada) || ben.isOffered(ada));
    }

    @Test
    void aSupervisorBlocksWhoWaitsAndLiftsIt() {
        ann.setPresence("AWAY");
        ada.writes("Buy my coins");
        parley.handled(1);
        var conversation = conversationOf(ada);
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        assertThat(parley.count("select count(*) from work_item")).isEqualTo(1);

        assertThat(block(ann, conversation, "Not mine").statusCode()).isEqualTo(403);
        assertThat(block(sue, conversation, "Spam").statusCode()).isEqualTo(204);
        assertThat(parley.count("select count(*) from work_item")).isZero();
        ada.sends("image", "https://example.com/coin.png");
        parley.handled(2);
        parley.settle();
        assertThat(ada.received()).isEmpty();

        assertThat(ann.get("/supervision/blocked").statusCode()).isEqualTo(403);
        assertThat(sue.get("/supervision/blocked").body()).contains("Ada Lin", "Spam", "Sue");
        assertThat(sue.get("/supervision/blocked?search=nobody").body()).doesNotContain("Spam");
        var block =
                parley.database()
                        .sql("select id::text from customer_block")
                        .query(String.class)
                        .single();
        assertThat(ann.post("/supervision/blocked/" + block + "/lifting", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(sue.post("/supervision/blocked/" + block + "/lifting", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(sue.get("/supervision/blocked").body()).contains("No blocked customers");
        ada.writes("Hello again");
        parley.until(
                "it waits for an agent", () -> parley.count("select count(*) from work_item") == 1);
        var alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        assertThat(alex.get("/admin/audit").body())
                .contains("Customer blocked", "Customer unblocked");
    }

    /// Whichever is first, the message does not reopen the conversation.
    @Test
    void aMessageThatArrivesWhileItsCustomerIsBlockedIsNoWork() throws Exception {
        ada.writes("Hello");
        ann.accepts(ada);
        ann.does("end");
        var ended = ann.conversation();
        var unread = parley.count("select sum(unread) from conversation");

        blocksAndMeanwhileAdaWrites(ann, ended, "conversation");
        parley.handled(2);
        assertThat(parley.count("select count(*) from conversation where state = 'WRAP_UP'"))
                .isOne();
        assertThat(parley.count("select sum(unread) from conversation")).isEqualTo(unread);
    }

    @Test
    void aConversationThatIsStartedWhileItsCustomerIsBlockedIsNoWork() throws Exception {
        ada.writes("Hello");
        ann.accepts(ada);
        annCloses();
        var closed = ann.conversation();
        var sue = parley.desk("Sue", Role.SUPERVISOR);

        blocksAndMeanwhileAdaWrites(sue, closed, "customer");
        parley.handled(2);
        assertThat(parley.count("select count(*) from conversation where state = 'OPEN'")).isZero();
        assertThat(parley.count("select count(*) from conversation where state = 'WAITING'"))
                .isOne();
        assertThat(parley.count("select count(*) from work_item")).isZero();
    }

    @Test
    void noMoveMakesABlockedCustomersConversationWaitForAnAgent() {
        ann.setPresence("AWAY");
        ada.writes("Hello");
        parley.handled(1);
        var conversation = conversationOf(ada);
        var taken =
                ann.post(
                                "/desk/bulk",
                                Map.of("action", "assign", "agent", "me", "id", conversation))
                        .body();
        ann.opens(conversation);
        block(ann, conversation, "Spam");

        var ben = parley.agent("Ben");
        var to =
                parley.database()
                        .sql("select id::text from user_account where display_name = 'Ben'");
        var transfer =
                ann.act(
                        "transfer",
                        Map.of(
                                "target",
                                "agent:" + to.query(String.class).single(),
                                "note",
                                "Yours",
                                "key",
                                UUID.randomUUID().toString()));
        assertThat(transfer.statusCode()).isEqualTo(422);
        assertThat(transfer.body()).contains("Unblock them before you transfer");
        assertThat(ann.thread()).doesNotContain("Yours");

        var bulk = taken.replaceAll("(?s).*data-bulk=\"([^\"]+)\".*", "$1");
        assertThat(ann.post("/desk/bulk/" + bulk + "/undo", Map.of()).body()).contains("Undone: 0");
        parley.settle();
        assertThat(parley.count("select count(*) from conversation where state = 'OPEN'")).isZero();
        assertThat(parley.count("select count(*) from work_item")).isZero();
        assertThat(ben.isOffered(ada)).isFalse();
    }

    @Test
    void itsReasonIsMaskedAndErasedWithThePerson() {
        ada.writes("Hello");
        ann.accepts(ada);
        block(ann, ann.conversation(), "Pays with 4111 1111 1111 1111");
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        var alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        assertThat(ann.region("head")).contains("Pays with").doesNotContain("4111");
        assertThat(sue.get("/supervision/blocked").body())
                .contains("Pays with")
                .doesNotContain("4111");
        assertThat(alex.get("/admin/audit").body())
                .contains("Customer blocked")
                .doesNotContain("Pays with");

        parley.part(PersonErasure.class)
                .erase(new Address(FacebookChannel.KIND, parley.page(), ada.psid()));

        assertThat(ann.thread()).contains("Ann blocked the customer").doesNotContain("Pays with");
        assertThat(ann.region("head")).contains("Blocked by Ann").doesNotContain("Pays with");
        assertThat(sue.get("/supervision/blocked").body()).doesNotContain("Pays with");
    }

    @Test
    void aFormerAgentDoesNotBlockForTheCurrentOne() {
        ada.writes("Hello");
        ann.accepts(ada);
        annCloses();

        assertThat(block(ann, ann.conversation(), "Too late").statusCode()).isEqualTo(403);
        assertThat(ann.region("head")).doesNotContain("Block customer");
    }

    private void annCloses() {
        ann.does("end");
        ann.does("close");
        parley.timePasses(Duration.ofSeconds(11));
        parley.until(
                "it is closed",
                () ->
                        parley.count("select count(*) from conversation where state = 'CLOSED'")
                                == 1);
    }

    /// Both wait for the rows of this table, the block first.
    private void blocksAndMeanwhileAdaWrites(Desk desk, String conversation, String table)
            throws Exception {
        var blocked =
                parley.part(TransactionTemplate.class)
                        .execute(_ -> {
                            parley.database()
                                    .sql("select 1 from " + table + " for update")
                                    .query()
                                    .listOfRows();
                            var blocking =
                                    CompletableFuture.supplyAsync(
                                            () -> block(desk, conversation, "Spam"));
                            parley.until("the block waits", () -> waiting() == 1);
                            ada.writes("Buy my coins");
                            parley.until("the message waits too", () -> waiting() == 2);
                            return blocking;
                        });
        assertThat(blocked.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
    }

    private long waiting() {
        return parley.count(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database()");
    }

    private static HttpResponse<String> block(Desk desk, String conversation, String reason) {
        return desk.post(
                "/desk/conversations/" + conversation + "/block", Map.of("reason", reason));
    }

    private String conversationOf(TestCustomer customer) {
        return parley.database()
                .sql("select id::text from conversation where person = :person")
                .param("person", customer.psid())
                .query(String.class)
                .single();
    }
}
