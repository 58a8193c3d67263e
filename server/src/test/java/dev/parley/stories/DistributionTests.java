package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.team.Presence;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.DispositionRule;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.WrapUpBlock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A workstream's settings of capacity, presences, wrap-up and waiting apply from the next event.
@ExtendWith(TestParleyExtension.class)
class DistributionTests {
    private final TestParley parley;
    private final RoutingSetup setup;

    DistributionTests(TestParley parley) {
        this.parley = parley;
        this.setup = new RoutingSetup(parley);
    }

    @Test
    void capacityAndPresencesApplyFromTheNextEvent() {
        var ann = parley.agent("Ann");
        setup.share("Facebook", RoutingSetup.ONE_AT_A_TIME);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        var bob = parley.customer("Bob");
        bob.writes("Hello");
        parley.handled(2);
        parley.settle();
        assertThat(ann.isOffered(bob)).isFalse();
        ann.setPresence("AWAY");

        var away = Set.of(Presence.AVAILABLE, Presence.AWAY);
        setup.share(
                "Facebook",
                new WorkDistribution(
                        Duration.ofDays(1),
                        50,
                        new WrapUpBlock.Always(),
                        away,
                        true,
                        DispositionRule.OPTIONAL));

        ann.accepts(bob);
    }

    @Test
    void thePreviousAgentGetsTheFirstOfferWhateverTheirPresence() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("wait");
        ann.setPresence("DO_NOT_DISTURB");
        var ben = parley.agent("Ben");

        ada.writes("Here I am again");

        parley.until("Ann is asked", () -> ann.isOffered(ada));
        assertThat(ann.worklist("mine")).contains("You handled this conversation before");
        parley.settle();
        assertThat(ben.isOffered(ada)).isFalse();
        ann.declines(ada);
        ben.accepts(ada);
    }

    @Test
    void aConversationThatCannotGoBackIsQueued() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("wait");
        ann.setPresence("OFFLINE");
        var ben = parley.agent("Ben");

        ada.writes("Here I am again");

        ben.accepts(ada);
    }

    @Test
    void theSameAgentIsNotKeptIfThatIsOff() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("wait");
        ann.setPresence("DO_NOT_DISTURB");
        var ben = parley.agent("Ben");
        setup.share(
                "Facebook",
                new WorkDistribution(
                        Duration.ofDays(1),
                        20,
                        new WrapUpBlock.Always(),
                        WorkDistribution.DEFAULT.presences(),
                        false,
                        DispositionRule.OPTIONAL));

        ada.writes("Here I am again");

        ben.accepts(ada);
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
    }

    @Test
    void wrapUpUsesCapacityAsTheWorkstreamDefines() {
        var ann = parley.agent("Ann");
        setup.share("Facebook", RoutingSetup.ONE_AT_A_TIME);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("end");
        var bob = parley.customer("Bob");
        bob.writes("Hello");
        parley.handled(2);
        setup.share("Facebook", RoutingSetup.with(100, WrapUpBlock.Custom.ofMinutes(5)));
        parley.settle();
        assertThat(ann.isOffered(bob)).isFalse();

        parley.timePasses(Duration.ofMinutes(5));
        ann.reloads();

        ann.accepts(bob).does("end");
        var cid = parley.customer("Cid");
        setup.share("Facebook", RoutingSetup.with(100, new WrapUpBlock.Never()));
        cid.writes("Hello");
        ann.accepts(cid);
    }

    @Test
    void aWaitingConversationClosesAfterItsWorkstreamsPeriod() {
        var ann = parley.agent("Ann");
        setup.share(
                "Facebook",
                new WorkDistribution(
                        Duration.ofMinutes(5),
                        20,
                        new WrapUpBlock.Always(),
                        WorkDistribution.DEFAULT.presences(),
                        true,
                        DispositionRule.OPTIONAL));
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("wait");

        parley.timePasses(Duration.ofMinutes(6));
        parley.settle();

        ann.sees("Closed automatically");
    }
}
