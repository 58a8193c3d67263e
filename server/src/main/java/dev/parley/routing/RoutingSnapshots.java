package dev.parley.routing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.AgentWork;
import dev.parley.identity.UserId;
import dev.parley.routing.WorkItems.WorkItem;
import dev.parley.team.Agent;
import dev.parley.team.Agents;
import dev.parley.team.Queues;
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

/// Takes the snapshots for decisions, with a fixed number of queries, however much is waiting.
@Component
class RoutingSnapshots {
    private final OfferRows offers;
    private final RoundRobinTurns roundRobinTurns;
    private final Agents agents;
    private final Queues queues;
    private final Conversations conversations;
    private final Workstreams workstreams;
    private final RoutingSettings settings;

    RoutingSnapshots(
            OfferRows offers,
            RoundRobinTurns roundRobinTurns,
            Agents agents,
            Queues queues,
            Conversations conversations,
            Workstreams workstreams,
            RoutingSettings settings) {
        this.offers = offers;
        this.roundRobinTurns = roundRobinTurns;
        this.agents = agents;
        this.queues = queues;
        this.conversations = conversations;
        this.workstreams = workstreams;
        this.settings = settings;
    }

    RoutingSnapshot of(List<WorkItem> heads, Instant now) {
        var lines = heads.stream().map(WorkItem::queue).collect(toSet());
        var known = workstreams.all().stream().collect(toMap(Workstream::id, identity()));
        var everybody = agents.all();
        return new RoutingSnapshot(
                now,
                heads,
                queues.served(lines),
                known,
                everybody,
                taken(everybody, known, now),
                roundRobinTurns.in(lines),
                offers.declinesOf(heads.stream().map(WorkItem::conversation).toList()),
                settings.askAgainAfter());
    }

    /// An agent's conversations use capacity, and so do their unanswered offers.
    private Map<UserId, Integer> taken(
            List<Agent> everybody, Map<WorkstreamId, Workstream> known, Instant now) {
        var taken = new HashMap<UserId, Integer>();
        var held =
                conversations.workOf(
                        everybody.stream().filter(Agent::reachable).map(Agent::id).toList());
        var endpoints = held.stream().map(RoutingSnapshots::endpointOf).collect(toSet());
        var handling = workstreams.handlingOf(endpoints);
        for (var one : held) {
            var distribution =
                    Objects.requireNonNull(handling.get(endpointOf(one)))
                            .workstream()
                            .distribution();
            taken.merge(one.agent(), units(one, distribution, now), Integer::sum);
        }
        for (var one : offers.pending()) {
            var workstream = known.get(one.workstream());
            if (workstream != null) {
                var units = one.offers() * workstream.distribution().capacity();
                taken.merge(one.agent(), units, Integer::sum);
            }
        }
        return taken;
    }

    private static int units(AgentWork held, WorkDistribution distribution, Instant now) {
        var wrappingUp =
                held.wrappingUp().stream()
                        .filter(since -> distribution.wrapUpBlock().blocks(since, now))
                        .count();
        return (held.active() + (int) wrappingUp) * distribution.capacity();
    }

    private static Endpoint endpointOf(AgentWork held) {
        return new Endpoint(held.channel(), held.endpoint());
    }
}
