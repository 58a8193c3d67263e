package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
