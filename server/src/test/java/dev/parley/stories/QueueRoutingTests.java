package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.team.QueueDeletion;
import dev.parley.team.QueueUse.Use;
import dev.parley.team.Queues;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.DistributionMode;
import dev.parley.workstream.WorkstreamDeletion;
import dev.parley.workstream.Workstreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Which queue a conversation waits in, and who is offered it from there.
@ExtendWith(HouseExtension.class)
class QueueRoutingTests {
    private final House house;
    private final RoutingSetup setup;
    private final Queues queues;
    private final Workstreams workstreams;
    private final ChannelInstances instances;

    QueueRoutingTests(House house) {
        this.house = house;
        this.setup = new RoutingSetup(house);
        this.queues = house.part(Queues.class);
        this.workstreams = house.part(Workstreams.class);
        this.instances = house.part(ChannelInstances.class);
    }

    @Test
    void onlyMembersOfTheQueueGetOffers() {
        var ann = house.agent("Ann");
        var ben = house.agent("Ben");
        setup.handles(
                house.page(), "Tea", setup.queue("Tea experts", 100, ben), DistributionMode.PUSH);
        var ada = house.customer("Ada");

        ada.writes("Which tea is that?");

        ben.accepts(ada);
        assertThat(ben.region("customer")).contains("It was routed to the queue Tea experts.");
        house.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        assertThat(house.count("select count(*) from offer")).isOne();
    }

    @Test
    void aQueueWithoutMembersBlocksNoOther() {
        var ann = house.agent("Ann");
        setup.handles(house.page(), "Tea", setup.queue("Nobody's", 1), DistributionMode.PUSH);
        var ada = house.customer("Ada");
        ada.writes("Anybody there?");
        house.handled(1);
        var bob = house.customer("Bob").at(house.secondPage());

        bob.writes("Hello");

        ann.accepts(bob);
        house.settle();
        assertThat(ann.isOffered(ada)).isFalse();
    }

    @Test
    void theQueueOfHigherPriorityIsServedFirst() {
        var ann = house.agent("Ann");
        ann.setPresence("AWAY");
        setup.handles(house.page(), "Tea", setup.queue("Later", 200, ann), DistributionMode.PUSH);
        setup.handles(
                house.secondPage(),
                "Complaints",
                setup.queue("First", 10, ann),
                DistributionMode.PUSH);
        setup.share("Tea", RoutingSetup.ONE_AT_A_TIME);
        setup.share("Complaints", RoutingSetup.ONE_AT_A_TIME);
        var ada = house.customer("Ada");
        ada.writes("Is there news?");
        house.handled(1);
        var bob = house.customer("Bob").at(house.secondPage());
        bob.writes("This is cold!");
        house.handled(2);

        ann.setPresence("AVAILABLE");

        ann.accepts(bob);
        house.settle();
        assertThat(ann.isOffered(ada)).isFalse();
    }

    @Test
    void pickedConversationsAreNotOffered() {
        var ann = house.agent("Ann");
        setup.handles(house.page(), "Tea", setup.defaultQueue(), DistributionMode.PICK);
        var ada = house.customer("Ada");
        ada.writes("Hello");
        var bob = house.customer("Bob").at(house.secondPage());
        bob.writes("Hello");

        ann.accepts(bob);

        house.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        assertThat(ann.worklist("open")).contains("Ada");
        ann.opens(setup.conversationOf(house.page()));
        ann.does("take");
        ann.replies("Here I am");
    }

    @Test
    void waitingConversationsMoveWithTheirPage() {
        var ben = house.agent("Ben");
        var tea = setup.queue("Nobody's", 100);
        var stream = setup.handles(house.page(), "Tea", tea, DistributionMode.PUSH);
        var ada = house.customer("Ada");
        ada.writes("Hello");
        house.until("it waits there", () -> setup.waitsIn(tea) == 1);
        assertThat(queues.delete(tea, house.anyUser()))
                .isEqualTo(new QueueDeletion.InUse(queues.usesOf(tea)));
        assertThat(queues.usesOf(tea))
                .containsExactlyInAnyOrder(new Use.FallbackOf("Tea"), new Use.WaitedIn(1));
        assertThat(workstreams.delete(stream, house.anyUser()))
                .isInstanceOf(WorkstreamDeletion.EndpointsRemain.class);

        instances.delete(
                instances.of(FacebookChannel.KIND, house.page()).orElseThrow(), house.anyUser());

        ben.accepts(ada);
        assertThat(workstreams.workstreamOf(FacebookChannel.KIND, house.page())).isEmpty();
        assertThat(workstreams.delete(stream, house.anyUser()))
                .isEqualTo(new WorkstreamDeletion.Deleted());
        assertThat(queues.delete(tea, house.anyUser())).isEqualTo(new QueueDeletion.Deleted());
    }

    @Test
    void waitingConversationsFollowTheirWorkstreamToAnotherQueue() {
        var ben = house.agent("Ben");
        var tea = setup.queue("Nobody's", 100);
        var stream = setup.handles(house.page(), "Tea", tea, DistributionMode.PUSH);
        var ada = house.customer("Ada");
        ada.writes("Hello");
        house.until("it waits there", () -> setup.waitsIn(tea) == 1);

        setup.change(stream, draft -> draft.withFallbackQueue(setup.defaultQueue()));

        ben.accepts(ada);
    }
}
