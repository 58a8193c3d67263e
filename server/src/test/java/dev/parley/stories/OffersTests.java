package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestParleyExtension.class)
class OffersTests {
    private static final Pattern NOBODY_ONLINE = Pattern.compile("\\b0 of \\d+ online");

    private final TestParley parley;

    OffersTests(TestParley parley) {
        this.parley = parley;
    }

    @Test
    void aDecliningAgentIsExcludedAndTheNextGetsTheOffer() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("Ann is asked first", () -> ann.isOffered(ada));
        var ben = parley.agent("Ben");

        ann.declines(ada);

        ben.accepts(ada).sees("Hello");
        assertThat(ben.region("customer")).contains("Ann declined it");
    }

    @Test
    void theTimelineTellsTakenFromAccepted() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).sees("Ann accepted the conversation");
        ann.setPresence("AWAY");
        var bob = parley.customer("Bob");
        bob.writes("Hello");
        parley.until("Bob waits", () -> ann.worklist("open").contains("Bob"));
        ann.opens(
                parley.database()
                        .sql("select id::text from conversation where state = 'OPEN'")
                        .query(String.class)
                        .single());

        ann.does("assign-to-me");

        ann.sees("Ann took the conversation");
        assertThat(ann.thread()).doesNotContain("accepted the conversation");
    }

    @Test
    void anUnansweredOfferGoesToTheNextAgent() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("Ann is asked first", () -> ann.isOffered(ada));
        var ben = parley.agent("Ben");

        parley.timePasses(Duration.ofSeconds(121));
        ann.reloads();
        ben.reloads();

        parley.until("Ben is asked", () -> ben.isOffered(ada));
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
    }

    @Test
    void anAgentWhoMissesAnOfferBecomesInactive() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("Ann is asked", () -> ann.isOffered(ada));

        parley.timePasses(Duration.ofSeconds(121));
        parley.until(
                "Ann sees it", () -> ann.worklist("mine").contains("missed a conversation from"));

        assertThat(ann.worklist("mine")).contains("I am back", "Ada");
        assertThat(presence("ann")).isEqualTo("INACTIVE");
        assertThat(ann.post("/desk/presence", Map.of("presence", "INACTIVE")).statusCode())
                .isEqualTo(400);
        ann.reloads();
        var bob = parley.customer("Bob");
        bob.writes("Hello");
        parley.settle();
        assertThat(ann.isOffered(bob)).isFalse();
        var ben = parley.agent("Ben");
        ben.accepts(ada);
        assertThat(ben.region("customer")).contains("Ann had missed a conversation");
        parley.settle();
        assertThat(ann.isOffered(bob)).isFalse();
        assertThat(ann.worklist("mine"))
                .doesNotContain("/desk/conversations/" + ben.conversation());

        ann.setPresence("AVAILABLE");

        assertThat(ann.worklist("mine")).doesNotContain("missed a conversation");
        ben.declines(bob);
        ann.accepts(bob);
    }

    @Test
    void anAgentWhoIsAwayGetsNoOffers() {
        var ann = parley.agent("Ann");
        ann.setPresence("AWAY");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();

        ann.setPresence("AVAILABLE");

        ann.accepts(ada);
    }

    @Test
    void onlyAgentsGetOffers() {
        var alex = parley.desk("Alex", Role.ADMINISTRATOR);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var ann = parley.agent("Ann");

        parley.settle();
        assertThat(alex.isOffered(ada)).isFalse();
        ann.accepts(ada);
        assertThat(parley.count("select count(*) from offer")).isOne();
    }

    @Test
    void anAgentWithoutCapacityGetsNoOffers() {
        var ann = parley.agent("Ann");
        for (var number = 1; number <= 5; number++) {
            var customer = parley.customer("Busy" + number);
            customer.writes("Hello");
            ann.accepts(customer);
        }
        var ada = parley.customer("Ada");
        ada.writes("One more");
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();

        ann.does("end");
        ann.does("close");

        ann.accepts(ada);
    }

    @Test
    void aWaitingConversationComesBackWhenTheCustomerWrites() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("wait");
        assertThat(ann.region("head")).contains("data-state=\"WAITING\"");

        ada.writes("Here I am again");

        ann.accepts(ada).sees("Here I am again");
        assertThat(parley.count("select count(*) from conversation")).isOne();
    }

    @Test
    void theConversationsOfAnOfflineAgentGoToOthers() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        ann.closes();
        var sue = parley.desk("Sue", Role.SUPERVISOR);
        parley.until("Ann is seen as offline", Duration.ofMinutes(2), () -> noAgentIsOnline(sue));

        parley.timePasses(Duration.ofHours(1));
        var ben = parley.agent("Ben");
        parley.settle();

        ben.accepts(ada).sees("returned to the queue");
    }

    @Test
    void aWaitingConversationClosesAutomatically() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("wait");

        parley.timePasses(Duration.ofDays(29));
        parley.settle();

        ann.sees("Closed automatically");
    }

    @Test
    void agentsCannotActInConversationsOfOthers() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        var ben = parley.agent("Ben");
        ben.opens(ann.conversation());

        assertThat(ben.tries("Let me").statusCode()).isEqualTo(409);
        assertThat(ben.act("end", Map.of()).statusCode()).isEqualTo(409);
        assertThat(ben.get("/desk/conversations/" + ann.conversation()).statusCode())
                .isEqualTo(404);
        var sue = parley.desk("Sue", Role.SUPERVISOR, Role.AGENT);
        sue.opens(ann.conversation());
        assertThat(sue.thread()).contains("Hello");
    }

    private static boolean noAgentIsOnline(Desk supervisor) {
        return NOBODY_ONLINE.matcher(supervisor.get("/supervision").body()).find();
    }

    private String presence(String signInName) {
        return parley.database()
                .sql(
                        """
                        select presence from agent
                         where user_id = (select id from user_account where sign_in_name = :name)
                        """)
                .param("name", signInName)
                .query(String.class)
                .single();
    }
}
