package dev.parley.routing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.parley.identity.UserId;
import dev.parley.routing.RoutingVerdict.By;
import dev.parley.routing.RoutingVerdict.Chosen;
import dev.parley.routing.RoutingVerdict.NoAgent;
import dev.parley.routing.RoutingVerdict.PassedOver;
import dev.parley.routing.RoutingVerdict.Reason;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Selects an agent by rules alone, with the queue's assignment method. Reads no table and no
/// clock, so past decisions can be replayed against new rules.
final class AgentSelection {
    private static final Set<Presence> GONE = Set.of(Presence.OFFLINE, Presence.INACTIVE);

    /// The maximum number of times that one agent is offered the same conversation.
    static final int MOST_DECLINES = 3;

    /// @param units of capacity that the conversation uses
    /// @param presences the presences that receive work of its workstream
    /// @param method of the queue it waits in
    /// @param transferredBy the agent who transferred it; null when nobody did
    record Work(
            int units,
            Set<Presence> presences,
            AssignmentMethod method,
            @Nullable UserId transferredBy,
            Instant now) {
        Work {
            presences = Set.copyOf(presences);
        }
    }

    /// @param free units of capacity; negative for an agent who took more than they have
    /// @param declines how often they declined or missed this conversation while it waits
    /// @param missed whether they did not answer the last time
    /// @param askAgainAt when it may be offered to them again
    /// @param lastTurnAt when this queue last offered them a conversation; long ago for never
    /// @param joinedAt when they were added to this queue
    record Candidate(
            UserId id,
            boolean reachable,
            Presence presence,
            int free,
            int declines,
            boolean missed,
            Instant askAgainAt,
            Instant lastTurnAt,
            Instant joinedAt) {}

    /// A reason to pass a candidate over, if this rule has one.
    private interface Rule extends BiFunction<Work, Candidate, Optional<Reason>> {}

    private static final Comparator<Candidate> LONGEST_AGO =
            comparing(Candidate::lastTurnAt).thenComparing(Candidate::joinedAt);

    private static final Comparator<Candidate> MOST_ROOM =
            comparingInt(Candidate::free).reversed().thenComparing(LONGEST_AGO);

    private final List<Rule> rules =
            List.of(
                    AgentSelection::didNotTransferIt,
                    AgentSelection::isWithinReach,
                    AgentSelection::mayBeAsked,
                    AgentSelection::hasRoom,
                    AgentSelection::didNotDecline);

    /// {@return to which of the agents of its queue it is offered}
    RoutingVerdict decide(Work work, List<Candidate> candidates) {
        var passedOver = new ArrayList<PassedOver>();
        var willing = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            reason(work, candidate)
                    .ifPresentOrElse(
                            reason -> passedOver.add(new PassedOver(candidate.id(), reason)),
                            () -> willing.add(candidate));
        }
        if (willing.isEmpty()) {
            return new NoAgent(passedOver);
        }
        willing.sort(comparingInt(Candidate::declines).thenComparing(order(work.method())));
        willing.stream()
                .skip(1)
                .map(other -> new PassedOver(other.id(), behind(work.method())))
                .forEach(passedOver::add);
        var best = willing.getFirst();
        return new Chosen(best.id(), best.free(), by(work.method()), null, passedOver);
    }

    /// {@return whether it is offered to its previous agent, or to the one to whom it was
    /// transferred} Neither capacity nor presence matter, except that the agent must be reachable,
    /// and neither offline nor inactive.
    RoutingVerdict offerFirst(Work work, Candidate previous) {
        if (!previous.reachable() || GONE.contains(previous.presence())) {
            return new NoAgent(List.of(new PassedOver(previous.id(), Reason.OUT_OF_REACH)));
        }
        return new Chosen(
                previous.id(),
                previous.free(),
                work.transferredBy() == null ? By.HAD_IT : By.TRANSFERRED,
                null,
                List.of());
    }

    private Optional<Reason> reason(Work work, Candidate candidate) {
        return rules.stream()
                .map(rule -> rule.apply(work, candidate))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Reason> didNotTransferIt(Work work, Candidate candidate) {
        return unless(!candidate.id().equals(work.transferredBy()), Reason.TRANSFERRED_IT);
    }

    private static Optional<Reason> isWithinReach(Work work, Candidate candidate) {
        return unless(candidate.reachable(), Reason.OUT_OF_REACH);
    }

    private static Optional<Reason> mayBeAsked(Work work, Candidate candidate) {
        if (candidate.presence() == Presence.INACTIVE) {
            return Optional.of(Reason.INACTIVE);
        }
        return unless(work.presences().contains(candidate.presence()), Reason.PRESENCE);
    }

    private static Optional<Reason> hasRoom(Work work, Candidate candidate) {
        return unless(candidate.free() >= work.units(), Reason.FULL);
    }

    private static Optional<Reason> didNotDecline(Work work, Candidate candidate) {
        var asked = candidate.declines() > 0;
        var again =
                candidate.declines() < MOST_DECLINES
                        && !work.now().isBefore(candidate.askAgainAt());
        return unless(!asked || again, candidate.missed() ? Reason.MISSED : Reason.DECLINED);
    }

    private static Optional<Reason> unless(boolean fine, Reason reason) {
        return fine ? Optional.empty() : Optional.of(reason);
    }

    private static Comparator<Candidate> order(AssignmentMethod method) {
        return switch (method) {
            case HIGHEST_CAPACITY -> MOST_ROOM;
            case ADVANCED_ROUND_ROBIN -> LONGEST_AGO;
        };
    }

    private static By by(AssignmentMethod method) {
        return switch (method) {
            case HIGHEST_CAPACITY -> By.MOST_ROOM;
            case ADVANCED_ROUND_ROBIN -> By.LONGEST_AGO;
        };
    }

    private static Reason behind(AssignmentMethod method) {
        return switch (method) {
            case HIGHEST_CAPACITY -> Reason.LESS_ROOM;
            case ADVANCED_ROUND_ROBIN -> Reason.LATER_TURN;
        };
    }
}
