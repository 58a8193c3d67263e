package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.messenger.account.FacebookChannel;
import dev.parley.team.QueueDeletion;
import dev.parley.team.QueueUse.Use;
import dev.parley.team.Queues;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.DistributionMode;
import dev.parley.workstream.WorkstreamDeletion;
import dev.parley.workstream.Workstreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Which queue a conversation waits in, and who is offered it from there.
@ExtendWith(TestParleyExtension.class)
class QueueRoutingTests {
    private final TestParley parley;
    private final RoutingSetup setup;
    private final Queues queues;
    private final Workstreams workstreams;
    private final ChannelInstances instances;

    QueueRoutingTests(TestParley parley) {
        this.parley = parley;
        this.setup = new RoutingSetup(parley);
        this.queues = parley.part(Queues.class);
        this.workstreams = parley.part(Workstreams.class);
        this.instances = parley.part(ChannelInstances.class);
    }

    @Test
    void onlyMembersOfTheQueueGetOffers() {
        var ann = parley.agent("Ann");
        var ben = parley.agent("Ben");
        setup.handles(
                parley.page(), "Tea", setup.queue("Tea experts", 100, ben), DistributionMode.PUSH);
        var ada = parley.customer("Ada");

        ada.writes("Which tea is that?");

        ben.accepts(ada);
        assertThat(ben.region("customer")).contains("It was routed to the queue Tea experts.");
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        assertThat(parley.count("select count(*) from offer")).isOne();
    }

    @Test
    void aQueueWithoutMembersBlocksNoOther() {
        var ann = parley.agent("Ann");
        setup.handles(parley.page(), "Tea", setup.queue("Nobody's", 1), DistributionMode.PUSH);
        var ada = parley.customer("Ada");
        ada.writes("Anybody there?");
        parley.handled(1);
        var bob = parley.customer("Bob").at(parley.secondPage());

        bob.writes("Hello");

        ann.accepts(bob);
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
    }

    @Test
    void theQueueOfHigherPriorityIsServedFirst() {
        var ann = parley.agent("Ann");
        ann.setPresence("AWAY");
        setup.handles(parley.page(), "Tea", setup.queue("Later", 200, ann), DistributionMode.PUSH);
        setup.handles(
                parley.secondPage(),
                "Complaints",
                setup.queue("First", 10, ann),
                DistributionMode.PUSH);
        setup.share("Tea", RoutingSetup.ONE_AT_A_TIME);
        setup.share("Complaints", RoutingSetup.ONE_AT_A_TIME);
        var ada = parley.customer("Ada");
        ada.writes("Is there news?");
        parley.handled(1);
        var bob = parley.customer("Bob").at(parley.secondPage());
        bob.writes("This is cold!");
        parley.handled(2);

        ann.setPresence("AVAILABLE");

        ann.accepts(bob);
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
    }

    @Test
    void pickedConversationsAreNotOffered() {
        var ann = parley.agent("Ann");
        setup.handles(parley.page(), "Tea", setup.defaultQueue(), DistributionMode.PICK);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var bob = parley.customer("Bob").at(parley.secondPage());
        bob.writes("Hello");

        ann.accepts(bob);

        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        assertThat(ann.worklist("open")).contains("Ada");
        ann.opens(setup.conversationOf(parley.page()));
        ann.does("assign-to-me");
        ann.replies("Here I am");
    }

    @Test
    void waitingConversationsMoveWithTheirPage() {
        var ben = parley.agent("Ben");
        var tea = setup.queue("Nobody's", 100);
        var stream = setup.handles(parley.page(), "Tea", tea, DistributionMode.PUSH);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("it waits there", () -> setup.waitsIn(tea) == 1);
        assertThat(queues.delete(tea, parley.anyUser()))
                .isEqualTo(new QueueDeletion.InUse(queues.usesOf(tea)));
        assertThat(queues.usesOf(tea))
                .containsExactlyInAnyOrder(new Use.FallbackOf("Tea"), new Use.WaitedIn(1));
        assertThat(workstreams.delete(stream, parley.anyUser()))
                .isInstanceOf(WorkstreamDeletion.EndpointsRemain.class);

        instances.delete(
                instances.of(FacebookChannel.KIND, parley.page()).orElseThrow(), parley.anyUser());

        ben.accepts(ada);
        assertThat(workstreams.workstreamOf(FacebookChannel.KIND, parley.page())).isEmpty();
        assertThat(workstreams.delete(stream, parley.anyUser()))
                .isEqualTo(new WorkstreamDeletion.Deleted());
        assertThat(queues.delete(tea, parley.anyUser())).isEqualTo(new QueueDeletion.Deleted());
    }

    @Test
    void waitingConversationsFollowTheirWorkstreamToAnotherQueue() {
        var ben = parley.agent("Ben");
        var tea = setup.queue("Nobody's", 100);
        var stream = setup.handles(parley.page(), "Tea", tea, DistributionMode.PUSH);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("it waits there", () -> setup.waitsIn(tea) == 1);

        setup.change(stream, draft -> draft.withFallbackQueue(setup.defaultQueue()));

        ben.accepts(ada);
    }
}
