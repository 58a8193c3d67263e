package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.platform.language.Language;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.Presence;
import dev.parley.team.QueueChange;
import dev.parley.team.QueueDeletion;
import dev.parley.team.QueueDraft;
import dev.parley.team.QueueId;
import dev.parley.team.QueueUse.Use;
import dev.parley.team.Queues;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.DistributionMode;
import dev.parley.workstream.InstanceChange;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamChange;
import dev.parley.workstream.WorkstreamDeletion;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import dev.parley.workstream.WrapUpBlock;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Settings of workstreams and queues apply from the next event.
@ExtendWith(TestParleyExtension.class)
class DistributionTests {
    private static final WorkDistribution ONE_AT_A_TIME = with(100, new WrapUpBlock.Always());

    private final TestParley parley;
    private final Queues queues;
    private final Workstreams workstreams;
    private final ChannelInstances instances;

    DistributionTests(TestParley parley) {
        this.parley = parley;
        this.queues = parley.part(Queues.class);
        this.workstreams = parley.part(Workstreams.class);
        this.instances = parley.part(ChannelInstances.class);
    }

    @Test
    void onlyMembersOfTheQueueGetOffers() {
        var ann = parley.agent("Ann");
        var ben = parley.agent("Ben");
        handles(parley.page(), "Tea", queue("Tea experts", 100, ben), DistributionMode.PUSH);
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
        handles(parley.page(), "Tea", queue("Nobody's", 1), DistributionMode.PUSH);
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
        handles(parley.page(), "Tea", queue("Later", 200, ann), DistributionMode.PUSH);
        handles(parley.secondPage(), "Complaints", queue("First", 10, ann), DistributionMode.PUSH);
        share("Tea", ONE_AT_A_TIME);
        share("Complaints", ONE_AT_A_TIME);
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
        handles(parley.page(), "Tea", defaultQueue(), DistributionMode.PICK);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var bob = parley.customer("Bob").at(parley.secondPage());
        bob.writes("Hello");

        ann.accepts(bob);

        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        assertThat(ann.worklist("open")).contains("Ada");
        ann.opens(conversationOf(parley.page()));
        ann.does("take");
        ann.replies("Here I am");
    }

    @Test
    void capacityAndPresencesApplyFromTheNextEvent() {
        var ann = parley.agent("Ann");
        share("Facebook", ONE_AT_A_TIME);
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
        share(
                "Facebook",
                new WorkDistribution(Duration.ofDays(1), 50, new WrapUpBlock.Always(), away, true));

        ann.accepts(bob);
    }

    @Test
    void thePreviousAgentGetsTheFirstOfferWhateverTheirPresence() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("park");
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
        ann.accepts(ada).does("park");
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
        ann.accepts(ada).does("park");
        ann.setPresence("DO_NOT_DISTURB");
        var ben = parley.agent("Ben");
        share(
                "Facebook",
                new WorkDistribution(
                        Duration.ofDays(1),
                        20,
                        new WrapUpBlock.Always(),
                        WorkDistribution.DEFAULT.presences(),
                        false));

        ada.writes("Here I am again");

        ben.accepts(ada);
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
    }

    @Test
    void wrapUpUsesCapacityAsTheWorkstreamDefines() {
        var ann = parley.agent("Ann");
        share("Facebook", ONE_AT_A_TIME);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("end");
        var bob = parley.customer("Bob");
        bob.writes("Hello");
        parley.handled(2);
        share("Facebook", with(100, WrapUpBlock.Custom.ofMinutes(5)));
        parley.settle();
        assertThat(ann.isOffered(bob)).isFalse();

        parley.timePasses(Duration.ofMinutes(5));
        ann.reloads();

        ann.accepts(bob).does("end");
        var cid = parley.customer("Cid");
        share("Facebook", with(100, new WrapUpBlock.Never()));
        cid.writes("Hello");
        ann.accepts(cid);
    }

    @Test
    void aWaitingConversationClosesAfterItsWorkstreamsPeriod() {
        var ann = parley.agent("Ann");
        share(
                "Facebook",
                new WorkDistribution(
                        Duration.ofMinutes(5),
                        20,
                        new WrapUpBlock.Always(),
                        WorkDistribution.DEFAULT.presences(),
                        true));
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada).does("park");

        parley.timePasses(Duration.ofMinutes(6));
        parley.settle();

        ann.sees("Closed automatically");
    }

    @Test
    void waitingConversationsMoveWithTheirPage() {
        var ben = parley.agent("Ben");
        var tea = queue("Nobody's", 100);
        var stream = handles(parley.page(), "Tea", tea, DistributionMode.PUSH);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("it waits there", () -> waitsIn(tea) == 1);
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
        var tea = queue("Nobody's", 100);
        var stream = handles(parley.page(), "Tea", tea, DistributionMode.PUSH);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        parley.until("it waits there", () -> waitsIn(tea) == 1);

        change(stream, draft -> draft.withFallbackQueue(defaultQueue()));

        ben.accepts(ada);
    }

    @Test
    void anotherWorkstreamCanBeTheDefault() {
        var ann = parley.agent("Ann");
        var ben = parley.agent("Ben");
        var stream = workstream("Tea", queue("Tea experts", 100, ben), DistributionMode.PUSH);
        instances.delete(
                instances.of(FacebookChannel.KIND, parley.page()).orElseThrow(), parley.anyUser());

        assertThat(workstreams.makeDefault(stream, parley.anyUser())).isTrue();

        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ben.accepts(ada);
        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        assertThat(workstreams.delete(stream, parley.anyUser()))
                .isEqualTo(new WorkstreamDeletion.IsDefault());
    }

    @Test
    void theSecondOfTwoAdministratorsGetsAnError() {
        var tea = queue("Tea experts", 100);
        var stream = workstream("Tea", tea, DistributionMode.PUSH);
        var read = workstreams.byId(stream).orElseThrow();
        change(stream, draft -> draft.withName("Tea and cake"));

        assertThat(
                        workstreams.change(
                                stream,
                                read.revision(),
                                WorkstreamDraft.of(read).withName("Coffee"),
                                parley.anyUser()))
                .isInstanceOfSatisfying(
                        WorkstreamChange.Conflict.class,
                        conflict -> assertThat(conflict.now().name()).isEqualTo("Tea and cake"));
        assertThat(workstreams.create(WorkstreamDraft.of(read).withName("TEA AND CAKE"), by()))
                .isEqualTo(new WorkstreamChange.NameTaken());
        var page = FacebookChannel.endpoint(parley.secondPage());
        instances.setUp(
                stream, page, InstanceSettings.of(Language.CHINESE, InstanceFeatures.OFF), by());
        var facebook = workstreams.defaultWorkstream().id();
        assertThat(
                        instances.setUp(
                                facebook,
                                page,
                                InstanceSettings.of(Language.ENGLISH, InstanceFeatures.OFF),
                                by()))
                .isInstanceOfSatisfying(
                        InstanceChange.SetUpIn.class,
                        conflict -> assertThat(conflict.workstream().id()).isEqualTo(stream));
        var queue = queues.byId(tea).orElseThrow();
        var draft = new QueueDraft("Tea", 1, AssignmentMethod.ADVANCED_ROUND_ROBIN, Set.of());
        assertThat(queues.change(tea, queue.revision(), draft, by()))
                .isEqualTo(new QueueChange.Done(tea));
        assertThat(queues.change(tea, queue.revision(), draft, by()))
                .isInstanceOf(QueueChange.Conflict.class);
    }

    @Test
    void aRefusedFileIsAnsweredInTheLanguageOfThePage() {
        var stream = workstreams.defaultWorkstream().id();
        var page = FacebookChannel.endpoint(parley.secondPage());
        instances.setUp(
                stream, page, InstanceSettings.of(Language.CHINESE, InstanceFeatures.OFF), by());
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada").at(parley.secondPage());
        ada.sends("image", "https://example.org/a.png");
        ada.sends("image", "https://example.org/b.png");
        ann.accepts(ada);

        parley.until(
                "Ada gets one reply",
                () -> ada.received().stream().filter(one -> one.contains("無法接收檔案")).count() == 1);

        ann.sees("無法接收檔案");
        assertThat(ann.worklist("mine")).doesNotContain("無法接收檔案");
        assertThat(
                        parley.count(
                                "select count(*) from message where author = 'SYSTEM' and note is null"))
                .isOne();
    }

    private UserId by() {
        return parley.anyUser();
    }

    private QueueId defaultQueue() {
        return queues.defaultQueue().id();
    }

    private QueueId queue(String name, int priority, Desk... members) {
        var users = parley.part(Users.class);
        var ids =
                Stream.of(members)
                        .map(desk -> users.bySignInName(desk.signInName()).orElseThrow().id())
                        .collect(Collectors.toSet());
        var draft = new QueueDraft(name, priority, AssignmentMethod.HIGHEST_CAPACITY, ids);
        return ((QueueChange.Done) queues.create(draft, by())).id();
    }

    private WorkstreamId workstream(String name, QueueId queue, DistributionMode mode) {
        var draft =
                new WorkstreamDraft(
                        name, FacebookChannel.KIND, mode, queue, WorkDistribution.DEFAULT);
        return ((WorkstreamChange.Done) workstreams.create(draft, by())).id();
    }

    /// A separate workstream for this page.
    private WorkstreamId handles(String page, String name, QueueId queue, DistributionMode mode) {
        var stream = workstream(name, queue, mode);
        instances
                .of(FacebookChannel.KIND, page)
                .ifPresent(before -> instances.delete(before, by()));
        instances.setUp(
                stream,
                FacebookChannel.endpoint(page),
                InstanceSettings.of(Language.ENGLISH, InstanceFeatures.OFF),
                by());
        return stream;
    }

    private void share(String name, WorkDistribution otherwise) {
        var stream =
                workstreams.all().stream()
                        .filter(one -> one.name().equals(name))
                        .map(Workstream::id)
                        .findFirst()
                        .orElseThrow();
        change(stream, draft -> draft.withDistribution(otherwise));
    }

    private void change(WorkstreamId id, UnaryOperator<WorkstreamDraft> otherwise) {
        var stream = workstreams.byId(id).orElseThrow();
        var draft = otherwise.apply(WorkstreamDraft.of(stream));
        assertThat(workstreams.change(id, stream.revision(), draft, by()))
                .isEqualTo(new WorkstreamChange.Done(id));
    }

    private static WorkDistribution with(int capacity, WrapUpBlock block) {
        var usual = WorkDistribution.DEFAULT;
        return new WorkDistribution(
                usual.closeWaitingAfter(), capacity, block, usual.presences(), true);
    }

    private long waitsIn(QueueId queue) {
        return parley.count(
                "select count(*) from work_item where queue_id = '%s'".formatted(queue));
    }

    private String conversationOf(String page) {
        return parley.database()
                .sql("select id::text from conversation where endpoint = ?")
                .param(page)
                .query(String.class)
                .single();
    }
}
