package dev.parley.demo;

import dev.parley.identity.User;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.platform.language.Language;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.Queue;
import dev.parley.team.QueueDraft;
import dev.parley.team.QueueId;
import dev.parley.team.Queues;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.DistributionMode;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The workstream that handles the demo's pages, and the queue with the demo's agents in which
/// their conversations wait.
@Component
class DemoWorkstream {
    private static final String NAME = "Customer service";
    private static final String QUEUE = "Shop team";
    private static final int PRIORITY = 50;

    private final Workstreams workstreams;
    private final ChannelInstances instances;
    private final Queues queues;
    private final Users users;

    DemoWorkstream(
            Workstreams workstreams, ChannelInstances instances, Queues queues, Users users) {
        this.workstreams = workstreams;
        this.instances = instances;
        this.queues = queues;
        this.users = users;
    }

    /// Sets up this page, with files in both directions.
    void setUpPage(String page, UserId by) {
        instances.setUp(
                workstream(by),
                FacebookChannel.endpoint(page),
                InstanceSettings.of(Language.ENGLISH, new InstanceFeatures(false, true, true)),
                by);
    }

    private WorkstreamId workstream(UserId by) {
        return workstreams.all().stream()
                .filter(one -> one.name().equals(NAME))
                .map(Workstream::id)
                .findFirst()
                .orElseGet(() -> newWorkstream(by));
    }

    private WorkstreamId newWorkstream(UserId by) {
        var draft =
                new WorkstreamDraft(
                        NAME,
                        FacebookChannel.KIND,
                        DistributionMode.PUSH,
                        queue(by),
                        WorkDistribution.DEFAULT);
        workstreams.create(draft, by);
        return workstream(by);
    }

    private QueueId queue(UserId by) {
        return queues.all().stream()
                .filter(one -> one.name().equals(QUEUE))
                .map(Queue::id)
                .findFirst()
                .orElseGet(() -> newQueue(by));
    }

    private QueueId newQueue(UserId by) {
        var agents = users.activeAgents().stream().map(User::id).collect(Collectors.toSet());
        queues.create(
                new QueueDraft(QUEUE, PRIORITY, AssignmentMethod.HIGHEST_CAPACITY, agents), by);
        return queue(by);
    }
}
