package dev.parley.routing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.parley.routing.WorkItems.WorkItem;
import dev.parley.team.Queues;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.Workstreams;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Takes the snapshots for decisions, with a fixed number of queries, however much is waiting.
@Component
class RoutingSnapshots {
    private final FreeCapacity freeCapacity;
    private final Queues queues;
    private final Workstreams workstreams;
    private final RoundRobinTurns roundRobinTurns;
    private final OfferRows offers;
    private final RoutingSettings settings;

    RoutingSnapshots(
            FreeCapacity freeCapacity,
            Queues queues,
            Workstreams workstreams,
            RoundRobinTurns roundRobinTurns,
            OfferRows offers,
            RoutingSettings settings) {
        this.freeCapacity = freeCapacity;
        this.queues = queues;
        this.workstreams = workstreams;
        this.roundRobinTurns = roundRobinTurns;
        this.offers = offers;
        this.settings = settings;
    }

    /// @param heads the first conversation of each line
    RoutingSnapshot of(List<WorkItem> heads, Instant now) {
        var lines = heads.stream().map(WorkItem::queue).collect(toSet());
        var known = workstreams.all().stream().collect(toMap(Workstream::id, identity()));
        return new RoutingSnapshot(
                now,
                heads,
                queues.served(lines),
                known,
                freeCapacity.ofAll(known, now),
                roundRobinTurns.in(lines),
                offers.declinesOf(heads.stream().map(WorkItem::conversation).toList()),
                settings.askAgainAfter());
    }
}
