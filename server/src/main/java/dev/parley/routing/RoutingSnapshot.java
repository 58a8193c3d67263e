package dev.parley.routing;

import dev.parley.identity.UserId;
import dev.parley.routing.AgentSelection.Candidate;
import dev.parley.routing.AgentSelection.Work;
import dev.parley.routing.OfferRows.Declines;
import dev.parley.routing.WorkItems.WorkItem;
import dev.parley.team.Agent;
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

/// What is known when it is decided: who is there, how much they can take, and what waits first in
/// each line.
///
/// @param taken units of capacity that are taken up, by agent
/// @param lastTurns when each queue last turned to each agent
/// @param declines of what waits first
/// @param patience how long who declined is left in peace
record RoutingSnapshot(
        Instant now,
        List<WorkItem> heads,
        Map<QueueId, ServedQueue> queues,
        Map<WorkstreamId, Workstream> workstreams,
        List<Agent> agents,
        Map<UserId, Integer> taken,
        Map<QueueId, Map<UserId, Instant>> lastTurns,
        List<Declines> declines,
        Duration patience) {
    /// {@return what waits first in each line, in the order in which it is served: by the priority
    /// of its queue, then by how long it waits}
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
                distribution.capacity(), distribution.presences(), queueOf(item).method(), now);
    }

    /// {@return who serves the queue of this}
    List<Candidate> candidatesFor(WorkItem item) {
        var queue = queueOf(item);
        return agents.stream()
                .filter(agent -> queue.isServedBy(agent.id()))
                .map(agent -> candidate(item, queue, agent))
                .toList();
    }

    /// {@return whoever had this before, if they are an agent still}
    Stream<Candidate> previousOf(WorkItem item) {
        var queue = queueOf(item);
        return agents.stream()
                .filter(agent -> agent.id().equals(item.previous()))
                .map(agent -> candidate(item, queue, agent));
    }

    private Candidate candidate(WorkItem item, ServedQueue queue, Agent agent) {
        var declined =
                declines.stream()
                        .filter(one -> one.conversation().equals(item.conversation()))
                        .filter(one -> one.agent().equals(agent.id()))
                        .findFirst();
        return new Candidate(
                agent.id(),
                agent.reachable(),
                agent.presence(),
                agent.capacity() - taken.getOrDefault(agent.id(), 0),
                declined.map(Declines::times).orElse(0),
                declined.map(Declines::missed).orElse(false),
                declined.map(one -> one.last().plus(patience)).orElse(Instant.EPOCH),
                lastTurns
                        .getOrDefault(queue.id(), Map.of())
                        .getOrDefault(agent.id(), Instant.EPOCH),
                queue.joinedAt(agent.id()));
    }
}
