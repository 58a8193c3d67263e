package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.team.Presence;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.WrapUpBlock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A workstream's settings of capacity, presences, wrap-up and waiting apply from the next event.
@ExtendWith(HouseExtension.class)
class DistributionTests {
    private final House house;
    private final RoutingSetup setup;

    DistributionTests(House house) {
        this.house = house;
        this.setup = new RoutingSetup(house);
    }

    @Test
    void capacityAndPresencesApplyFromTheNextEvent() {
        var ann = house.agent("Ann");
        setup.share("Facebook", RoutingSetup.ONE_AT_A_TIME);
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        var bob = house.customer("Bob");
        bob.writes("Hello");
        house.handled(2);
        house.settle();
        assertThat(ann.isOffered(bob)).isFalse();
        ann.setPresence("AWAY");

        var away = Set.of(Presence.AVAILABLE, Presence.AWAY);
        setup.share(
                "Facebook",
                new WorkDistribution(Duration.ofDays(1), 50, new WrapUpBlock.Always(), away, true));

        ann.accepts(bob);
    }

    @Test
    void thePreviousAgentGetsTheFirstOfferWhateverTheirPresence() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("park");
        ann.setPresence("DO_NOT_DISTURB");
        var ben = house.agent("Ben");

        ada.writes("Here I am again");

        house.until("Ann is asked", () -> ann.isOffered(ada));
        assertThat(ann.worklist("mine")).contains("You handled this conversation before");
        house.settle();
        assertThat(ben.isOffered(ada)).isFalse();
        ann.declines(ada);
        ben.accepts(ada);
    }

    @Test
    void aConversationThatCannotGoBackIsQueued() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("park");
        ann.setPresence("OFFLINE");
        var ben = house.agent("Ben");

        ada.writes("Here I am again");

        ben.accepts(ada);
    }

    @Test
    void theSameAgentIsNotKeptIfThatIsOff() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("park");
        ann.setPresence("DO_NOT_DISTURB");
        var ben = house.agent("Ben");
        setup.share(
                "Facebook",
                new WorkDistribution(
                        Duration.ofDays(1),
                        20,
                        new WrapUpBlock.Always(),
                        WorkDistribution.DEFAULT.presences(),
                        false));

        ada.writes("Here I am again");

        ben.accepts(ada);
        house.settle();
        assertThat(ann.isOffered(ada)).isFalse();
    }

    @Test
    void wrapUpUsesCapacityAsTheWorkstreamDefines() {
        var ann = house.agent("Ann");
        setup.share("Facebook", RoutingSetup.ONE_AT_A_TIME);
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("end");
        var bob = house.customer("Bob");
        bob.writes("Hello");
        house.handled(2);
        setup.share("Facebook", RoutingSetup.with(100, WrapUpBlock.Custom.ofMinutes(5)));
        house.settle();
        assertThat(ann.isOffered(bob)).isFalse();

        house.timePasses(Duration.ofMinutes(5));
        ann.reloads();

        ann.accepts(bob).does("end");
        var cid = house.customer("Cid");
        setup.share("Facebook", RoutingSetup.with(100, new WrapUpBlock.Never()));
        cid.writes("Hello");
        ann.accepts(cid);
    }

    @Test
    void aWaitingConversationClosesAfterItsWorkstreamsPeriod() {
        var ann = house.agent("Ann");
        setup.share(
                "Facebook",
                new WorkDistribution(
                        Duration.ofMinutes(5),
                        20,
                        new WrapUpBlock.Always(),
                        WorkDistribution.DEFAULT.presences(),
                        true));
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("park");

        house.timePasses(Duration.ofMinutes(6));
        house.settle();

        ann.sees("Closed automatically");
    }
}
