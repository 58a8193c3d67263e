package dev.parley.routing;

import static java.util.Objects.requireNonNullElse;

import dev.parley.channel.Endpoint;
import dev.parley.routing.WorkItems.Arrival;
import dev.parley.routing.WorkItems.Place;
import dev.parley.workstream.DistributionMode;
import dev.parley.workstream.EndpointHandling;
import dev.parley.workstream.HandlingChanged;
import dev.parley.workstream.Workstreams;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Selects the queue of new work items: the one to which they were transferred, or else the
/// fallback queue of their workstream.
///
/// This is separate from adding the work item, so that it costs no extra query for each message of
/// a customer.
@Component
class QueueSelection {
    private static final int AT_ONCE = 1000;

    private final WorkItems workItems;
    private final Workstreams workstreams;

    QueueSelection(WorkItems workItems, Workstreams workstreams) {
        this.workItems = workItems;
        this.workstreams = workstreams;
    }

    /// Runs in the transaction of the distribution.
    void assignQueues(Instant now) {
        var arrivals = workItems.withoutQueue(AT_ONCE);
        if (arrivals.isEmpty()) {
            return;
        }
        var endpoints = arrivals.stream().map(Arrival::endpoint).collect(Collectors.toSet());
        var handling = workstreams.handlingOf(endpoints);
        var places =
                arrivals.stream()
                        .map(one ->
                                place(one, Objects.requireNonNull(handling.get(one.endpoint()))))
                        .toList();
        workItems.queue(places, now);
    }

    private static Place place(Arrival arrival, EndpointHandling handling) {
        var workstream = handling.workstream();
        var push = workstream.mode() == DistributionMode.PUSH;
        var kept =
                arrival.hadSomebody()
                        && (arrival.transferred()
                                || (push && workstream.distribution().keepSameAgent()));
        return new Place(
                arrival.conversation(),
                requireNonNullElse(arrival.chosenQueue(), workstream.fallbackQueue()),
                workstream.id(),
                !push,
                push || kept,
                kept);
    }

    @EventListener
    void on(HandlingChanged change) {
        switch (change) {
            case HandlingChanged.OfWorkstream(var workstream) ->
                    workItems.reselectQueue(workstream);
            case HandlingChanged.OfEndpoint(var channel, var endpoint) ->
                    workItems.reselectQueue(new Endpoint(channel, endpoint));
        }
    }
}
