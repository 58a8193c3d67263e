package dev.parley.routing;

import dev.parley.conversation.Conversations;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.routing.OfferRows.History;
import dev.parley.routing.Routing.Candidate;
import dev.parley.routing.Routing.Work;
import dev.parley.routing.Verdict.Chosen;
import dev.parley.routing.Verdict.Nobody;
import dev.parley.routing.WorkItems.WorkItem;
import dev.parley.team.Agent;
import dev.parley.team.Agents;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Holds waiting conversations out to agents: takes the picture, lets the rules decide, writes the
/// verdict down.
@Component
class Distribution {
    private static final Duration RECENT = Duration.ofHours(12);

    private final WorkItems workItems;
    private final OfferRows offers;
    private final Agents agents;
    private final Conversations conversations;
    private final Workstreams workstreams;
    private final ApplicationEventPublisher events;
    private final RoutingSettings settings;
    private final Clock clock;
    private final Routing routing = new Routing();

    Distribution(
            WorkItems workItems,
            OfferRows offers,
            Agents agents,
            Conversations conversations,
            Workstreams workstreams,
            ApplicationEventPublisher events,
            RoutingSettings settings,
            Clock clock) {
        this.workItems = workItems;
        this.offers = offers;
        this.agents = agents;
        this.conversations = conversations;
        this.workstreams = workstreams;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /// Distributes one conversation; {@return false when there is none, or nobody to take any}
    @Transactional
    public boolean distributeOne() {
        var now = clock.instant();
        if (!workItems.distributeAlone()) {
            return false;
        }
        offers.expire(now).forEach(agent -> events.publishEvent(new OfferChanged(agent)));
        return workItems.claim(now).map(item -> distribute(item, now)).orElse(false);
    }

    private boolean distribute(WorkItem item, Instant now) {
        var units = workstreams.instanceOf(item.channel(), item.page()).capacity();
        return switch (routing.decide(new Work(units, now), candidates(item, units, now))) {
            case Chosen chosen -> offer(item, chosen, now);
            case Nobody nobody when nobody.becauseOfDeclines() -> leaveFor(item, now);
            case Nobody _ -> false;
        };
    }

    private boolean offer(WorkItem item, Chosen chosen, Instant now) {
        offers.add(
                new Offer(
                        new OfferId(Ids.next()),
                        item.conversation(),
                        chosen.agent(),
                        now,
                        now.plus(settings.offerFor()),
                        chosen));
        events.publishEvent(new OfferChanged(chosen.agent()));
        return true;
    }

    /// Others behind it in line must not wait because this one was declined.
    private boolean leaveFor(WorkItem item, Instant now) {
        workItems.tryAt(item.conversation(), now.plus(Duration.ofSeconds(5)));
        return true;
    }

    private List<Candidate> candidates(WorkItem item, int units, Instant now) {
        var held = conversations.heldByAgent();
        var history = offers.historyFor(item.conversation(), now.minus(RECENT));
        return agents.all().stream()
                .map(agent ->
                        candidate(
                                agent,
                                held.getOrDefault(agent.id(), 0),
                                units,
                                history.getOrDefault(agent.id(), nothing(agent.id()))))
                .toList();
    }

    private Candidate candidate(Agent agent, int held, int units, History history) {
        return new Candidate(
                agent.id(),
                agent.reachable(),
                agent.presence().takesWork(),
                agent.capacity() - (held + history.pending()) * units,
                history.declines(),
                history.declinedAt().plus(settings.askAgainAfter()),
                history.lastOfferAt());
    }

    private static History nothing(UserId agent) {
        return new History(agent, 0, Instant.EPOCH, 0, Instant.EPOCH);
    }
}
