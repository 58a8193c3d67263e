package dev.parley.routing;

import dev.parley.identity.UserId;
import dev.parley.routing.AgentSelection.Candidate;
import dev.parley.routing.AgentSelection.Work;
import dev.parley.routing.FreeCapacity.AgentCapacity;
import dev.parley.routing.OfferRows.Declines;
import dev.parley.routing.WorkItems.WorkItem;
import dev.parley.team.QueueId;
import dev.parley.team.ServedQueue;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The input of a routing decision: the agents, their capacity, and the first conversation of each
/// line. A line is formed by a queue and a workstream.
///
/// @param lastTurns when each queue last offered a conversation to each agent
/// @param declines of the first conversations
/// @param declineCooldown how long an agent who declined is not offered the same conversation
record RoutingSnapshot(
        Instant now,
        List<WorkItem> heads,
        Map<QueueId, ServedQueue> queues,
        Map<WorkstreamId, Workstream> workstreams,
        List<AgentCapacity> agents,
        Map<QueueId, Map<UserId, Instant>> lastTurns,
        List<Declines> declines,
        Duration declineCooldown) {
    /// {@return the first conversation of each line, in the order in which they are served: by the
    /// priority of the queue, then by waiting time}
    List<WorkItem> inOrder() {
        return heads.stream()
                .filter(head -> queues.containsKey(head.queue()))
                .filter(head -> workstreams.containsKey(head.workstream()))
                .sorted(
                        Comparator.comparingInt((WorkItem head) -> queueOf(head).priority())
                                .thenComparing(WorkItem::since))
                .toList();
    }

    ServedQueue queueOf(WorkItem item) {
        return Objects.requireNonNull(queues.get(item.queue()));
    }

    Work workOf(WorkItem item) {
        var distribution =
                Objects.requireNonNull(workstreams.get(item.workstream())).distribution();
        return new Work(
                distribution.capacity(),
                distribution.presences(),
                queueOf(item).method(),
                item.transferredBy(),
                now);
    }

    /// {@return the agents who serve its queue}
    List<Candidate> candidatesFor(WorkItem item) {
        var queue = queueOf(item);
        return agents.stream()
                .filter(agent -> queue.isServedBy(agent.id()))
                .map(agent -> candidate(item, queue, agent))
                .toList();
    }

    /// {@return its previous agent, if they are still an agent}
    Stream<Candidate> previousOf(WorkItem item) {
        var queue = queueOf(item);
        return agents.stream()
                .filter(agent -> agent.id().equals(item.previous()))
                .map(agent -> candidate(item, queue, agent));
    }

    private Candidate candidate(WorkItem item, ServedQueue queue, AgentCapacity capacity) {
        var agent = capacity.agent();
        var declined =
                declines.stream()
                        .filter(one -> one.conversation().equals(item.conversation()))
                        .filter(one -> one.agent().equals(agent.id()))
                        .findFirst();
        return new Candidate(
                agent.id(),
                agent.reachable(),
                agent.presence(),
                capacity.free(),
                declined.map(Declines::times).orElse(0),
                declined.map(Declines::missed).orElse(false),
                declined.map(one -> one.last().plus(declineCooldown)).orElse(Instant.EPOCH),
                lastTurns
                        .getOrDefault(queue.id(), Map.of())
                        .getOrDefault(agent.id(), Instant.EPOCH),
                queue.joinedAt(agent.id()));
    }
}
