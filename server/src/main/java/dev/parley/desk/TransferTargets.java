package dev.parley.desk;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.AgentWork;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.TransferView;
import dev.parley.desk.view.TransferView.AgentTarget;
import dev.parley.desk.view.TransferView.QueueTarget;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.team.Agent;
import dev.parley.team.Agents;
import dev.parley.team.Presence;
import dev.parley.team.Queue;
import dev.parley.team.Queues;
import dev.parley.team.ServedQueue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Builds the list of the queues and agents to which a conversation can be transferred, with what
/// helps to choose. An agent without an open desk could not accept it.
@Component
class TransferTargets {
    private static final Set<Presence> GONE = Set.of(Presence.OFFLINE, Presence.INACTIVE);

    private final Queues queues;
    private final Agents agents;
    private final Conversations conversations;
    private final DisplayNames names;

    TransferTargets(Queues queues, Agents agents, Conversations conversations, DisplayNames names) {
        this.queues = queues;
        this.agents = agents;
        this.conversations = conversations;
        this.names = names;
    }

    TransferView of(DeskTexts w, SignedIn me, UUID conversation, String customerName) {
        var others = others(me);
        return new TransferView(
                conversation, customerName, queueTargets(w, others), agentTargets(others));
    }

    /// {@return the other agents at an open desk}
    List<AgentTarget> agents(SignedIn me) {
        return agentTargets(others(me));
    }

    /// {@return the agents to whom this one can transfer a conversation}
    Set<UserId> agentsFor(SignedIn me) {
        return others(me).stream().map(Agent::id).collect(toSet());
    }

    private List<Agent> others(SignedIn me) {
        return agents.all().stream()
                .filter(agent -> agent.reachable() && !GONE.contains(agent.presence()))
                .filter(agent -> !agent.id().equals(me.userId()))
                .toList();
    }

    private List<QueueTarget> queueTargets(DeskTexts w, List<Agent> others) {
        var all = queues.all();
        var served = queues.served(all.stream().map(Queue::id).toList());
        return all.stream()
                .filter(queue -> served.containsKey(queue.id()))
                .map(queue ->
                        new QueueTarget(
                                queue.id().value(),
                                queue.isDefault() ? w.text("queue.default") : queue.name(),
                                available(Objects.requireNonNull(served.get(queue.id())), others)))
                .toList();
    }

    private static int available(ServedQueue queue, List<Agent> others) {
        return (int)
                others.stream()
                        .filter(agent -> agent.presence() == Presence.AVAILABLE)
                        .filter(agent -> queue.isServedBy(agent.id()))
                        .count();
    }

    private List<AgentTarget> agentTargets(List<Agent> others) {
        var ids = others.stream().map(Agent::id).toList();
        var named = names.ofUsers(ids.stream());
        Map<UserId, Integer> active =
                conversations.workOf(ids).stream()
                        .collect(groupingBy(AgentWork::agent, summingInt(AgentWork::active)));
        return others.stream()
                .map(agent ->
                        new AgentTarget(
                                agent.id().value(),
                                named.getOrDefault(agent.id(), ""),
                                agent.presence(),
                                active.getOrDefault(agent.id(), 0)))
                .sorted(comparing(AgentTarget::presence).thenComparing(AgentTarget::name))
                .toList();
    }
}
