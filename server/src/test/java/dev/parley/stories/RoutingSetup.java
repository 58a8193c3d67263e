package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.platform.language.Language;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.QueueChange;
import dev.parley.team.QueueDraft;
import dev.parley.team.QueueId;
import dev.parley.team.Queues;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.DistributionMode;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamChange;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import dev.parley.workstream.WrapUpBlock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Workstreams and queues as stories need them.
final class RoutingSetup {
    static final WorkDistribution ONE_AT_A_TIME = with(100, new WrapUpBlock.Always());

    private final TestParley parley;
    private final Queues queues;
    private final Workstreams workstreams;
    private final ChannelInstances instances;

    RoutingSetup(TestParley parley) {
        this.parley = parley;
        this.queues = parley.part(Queues.class);
        this.workstreams = parley.part(Workstreams.class);
        this.instances = parley.part(ChannelInstances.class);
    }

    private UserId by() {
        return parley.anyUser();
    }

    QueueId defaultQueue() {
        return queues.defaultQueue().id();
    }

    QueueId queue(String name, int priority, Desk... members) {
        var users = parley.part(Users.class);
        var ids =
                Stream.of(members)
                        .map(desk -> users.bySignInName(desk.signInName()).orElseThrow().id())
                        .collect(Collectors.toSet());
        var draft = new QueueDraft(name, priority, AssignmentMethod.HIGHEST_CAPACITY, ids);
        return ((QueueChange.Done) queues.create(draft, by())).id();
    }

    WorkstreamId workstream(String name, QueueId queue, DistributionMode mode) {
        var draft =
                new WorkstreamDraft(
                        name, FacebookChannel.KIND, mode, queue, WorkDistribution.DEFAULT);
        return ((WorkstreamChange.Done) workstreams.create(draft, by())).id();
    }

    /// A separate workstream for this page.
    WorkstreamId handles(String page, String name, QueueId queue, DistributionMode mode) {
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

    void share(String name, WorkDistribution otherwise) {
        var stream =
                workstreams.all().stream()
                        .filter(one -> one.name().equals(name))
                        .map(Workstream::id)
                        .findFirst()
                        .orElseThrow();
        change(stream, draft -> draft.withDistribution(otherwise));
    }

    void change(WorkstreamId id, UnaryOperator<WorkstreamDraft> otherwise) {
        var stream = workstreams.byId(id).orElseThrow();
        var draft = otherwise.apply(WorkstreamDraft.of(stream));
        assertThat(workstreams.change(id, stream.revision(), draft, by()))
                .isEqualTo(new WorkstreamChange.Done(id));
    }

    static WorkDistribution with(int capacity, WrapUpBlock block) {
        var usual = WorkDistribution.DEFAULT;
        return new WorkDistribution(
                usual.closeWaitingAfter(),
                capacity,
                block,
                usual.presences(),
                true,
                usual.disposition());
    }

    long waitsIn(QueueId queue) {
        return parley.count(
                "select count(*) from work_item where queue_id = '%s'".formatted(queue));
    }

    String conversationOf(String page) {
        return parley.database()
                .sql("select id::text from conversation where endpoint = ?")
                .param(page)
                .query(String.class)
                .single();
    }
}
