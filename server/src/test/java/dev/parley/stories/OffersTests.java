package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.Desk;
import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.identity.Role;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HouseExtension.class)
class OffersTests {
    private static final Pattern NOBODY_ONLINE = Pattern.compile("\\b0 of \\d+ online");

    private final House house;

    OffersTests(House house) {
        this.house = house;
    }

    @Test
    void aDecliningAgentIsExcludedAndTheNextGetsTheOffer() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        house.until("Ann is asked first", () -> ann.isOffered(ada));
        var ben = house.agent("Ben");

        ann.declines(ada);

        ben.accepts(ada).sees("Hello");
        assertThat(ben.region("customer")).contains("Ann declined it");
    }

    @Test
    void anUnansweredOfferGoesToTheNextAgent() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        house.until("Ann is asked first", () -> ann.isOffered(ada));
        var ben = house.agent("Ben");

        house.timePasses(Duration.ofSeconds(121));
        ann.reloads();
        ben.reloads();

        house.until("Ben is asked", () -> ben.isOffered(ada));
        house.settle();
        assertThat(ann.isOffered(ada)).isFalse();
    }

    @Test
    void anAgentWhoMissesAnOfferBecomesInactive() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        house.until("Ann is asked", () -> ann.isOffered(ada));

        house.timePasses(Duration.ofSeconds(121));
        house.until(
                "Ann sees it", () -> ann.worklist("mine").contains("missed a conversation from"));

        assertThat(ann.worklist("mine")).contains("I am back", "Ada");
        assertThat(presence("ann")).isEqualTo("INACTIVE");
        assertThat(ann.post("/desk/presence", Map.of("presence", "INACTIVE")).statusCode())
                .isEqualTo(400);
        ann.reloads();
        var bob = house.customer("Bob");
        bob.writes("Hello");
        house.settle();
        assertThat(ann.isOffered(bob)).isFalse();
        var ben = house.agent("Ben");
        ben.accepts(ada);
        assertThat(ben.region("customer")).contains("Ann had missed a conversation");
        house.settle();
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
        var ann = house.agent("Ann");
        ann.setPresence("AWAY");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        house.settle();
        assertThat(ann.isOffered(ada)).isFalse();

        ann.setPresence("AVAILABLE");

        ann.accepts(ada);
    }

    @Test
    void onlyAgentsGetOffers() {
        var alex = house.desk("Alex", Role.ADMINISTRATOR);
        var ada = house.customer("Ada");
        ada.writes("Hello");
        var ann = house.agent("Ann");

        house.settle();
        assertThat(alex.isOffered(ada)).isFalse();
        ann.accepts(ada);
        assertThat(house.count("select count(*) from offer")).isOne();
    }

    @Test
    void anAgentWithoutCapacityGetsNoOffers() {
        var ann = house.agent("Ann");
        for (var number = 1; number <= 5; number++) {
            var customer = house.customer("Busy" + number);
            customer.writes("Hello");
            ann.accepts(customer);
        }
        var ada = house.customer("Ada");
        ada.writes("One more");
        house.settle();
        assertThat(ann.isOffered(ada)).isFalse();

        ann.does("end");
        ann.does("close");

        ann.accepts(ada);
    }

    @Test
    void aWaitingConversationComesBackWhenTheCustomerWrites() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("park");
        assertThat(ann.region("head")).contains("data-state=\"WAITING\"");

        ada.writes("Here I am again");

        ann.accepts(ada).sees("Here I am again");
        assertThat(house.count("select count(*) from conversation")).isOne();
    }

    @Test
    void theConversationsOfAnOfflineAgentGoToOthers() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        ann.closes();
        var sue = house.desk("Sue", Role.SUPERVISOR);
        house.until("Ann is seen as offline", Duration.ofMinutes(2), () -> noAgentIsOnline(sue));

        house.timePasses(Duration.ofHours(1));
        var ben = house.agent("Ben");
        house.settle();

        ben.accepts(ada).sees("returned to the queue");
    }

    @Test
    void aWaitingConversationClosesAutomatically() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("park");

        house.timePasses(Duration.ofDays(29));
        house.settle();

        ann.sees("Closed automatically");
    }

    @Test
    void agentsCannotActInConversationsOfOthers() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        var ben = house.agent("Ben");
        ben.opens(ann.conversation());

        assertThat(ben.tries("Let me").statusCode()).isEqualTo(409);
        assertThat(ben.act("end", Map.of()).statusCode()).isEqualTo(409);
        assertThat(ben.get("/desk/conversations/" + ann.conversation()).statusCode())
                .isEqualTo(404);
        var sue = house.desk("Sue", Role.SUPERVISOR, Role.AGENT);
        sue.opens(ann.conversation());
        assertThat(sue.thread()).contains("Hello");
    }

    private static boolean noAgentIsOnline(Desk supervisor) {
        return NOBODY_ONLINE.matcher(supervisor.get("/supervision").body()).find();
    }

    private String presence(String signInName) {
        return house.database()
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
