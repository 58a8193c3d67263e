package dev.parley.routing;

import static java.util.stream.Collectors.toSet;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.AgentWork;
import dev.parley.identity.UserId;
import dev.parley.team.Agent;
import dev.parley.team.Agents;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// The free capacity of the agents. An agent's conversations use capacity, and so do their
/// unanswered offers.
@Component
class FreeCapacity {
    private final Agents agents;
    private final Conversations conversations;
    private final OfferRows offers;
    private final Workstreams workstreams;

    FreeCapacity(
            Agents agents, Conversations conversations, OfferRows offers, Workstreams workstreams) {
        this.agents = agents;
        this.conversations = conversations;
        this.offers = offers;
        this.workstreams = workstreams;
    }

    /// {@return all agents, with what each can take on now}
    List<AgentCapacity> ofAll(Map<WorkstreamId, Workstream> workstreamById, Instant now) {
        var everybody = agents.all();
        var used = new HashMap<UserId, Integer>();
        addConversations(used, everybody, now);
        addOffers(used, workstreamById);
        return everybody.stream()
                .map(agent ->
                        new AgentCapacity(
                                agent, agent.capacity() - used.getOrDefault(agent.id(), 0)))
                .toList();
    }

    private void addConversations(Map<UserId, Integer> used, List<Agent> everybody, Instant now) {
        var reachable = everybody.stream().filter(Agent::reachable).map(Agent::id).toList();
        var assigned = conversations.workOf(reachable);
        var handling =
                workstreams.handlingOf(
                        assigned.stream().map(FreeCapacity::endpointOf).collect(toSet()));
        for (var one : assigned) {
            var workstream = Objects.requireNonNull(handling.get(endpointOf(one))).workstream();
            used.merge(one.agent(), units(one, workstream.distribution(), now), Integer::sum);
        }
    }

    private void addOffers(
            Map<UserId, Integer> used, Map<WorkstreamId, Workstream> workstreamById) {
        for (var one : offers.pending()) {
            var workstream = workstreamById.get(one.workstream());
            if (workstream != null) {
                var units = one.offers() * workstream.distribution().capacity();
                used.merge(one.agent(), units, Integer::sum);
            }
        }
    }

    private static int units(AgentWork assigned, WorkDistribution distribution, Instant now) {
        var wrappingUp =
                assigned.wrappingUp().stream()
                        .filter(since -> distribution.wrapUpBlock().blocks(since, now))
                        .count();
        return (assigned.active() + (int) wrappingUp) * distribution.capacity();
    }

    private static Endpoint endpointOf(AgentWork assigned) {
        return new Endpoint(assigned.channel(), assigned.endpoint());
    }

    /// An agent, and the units of capacity that are not in use; less than 0 when more are used than
    /// the agent now has.
    record AgentCapacity(Agent agent, int free) {
        UserId id() {
            return agent.id();
        }
    }
}
