package dev.parley.routing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.parley.identity.UserId;
import dev.parley.routing.Verdict.Chosen;
import dev.parley.routing.Verdict.Nobody;
import dev.parley.routing.Verdict.PassedOver;
import dev.parley.routing.Verdict.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Chooses by rules alone: highest free capacity, ties by whose last offer is longest ago
/// (reference 2.5). Reads no table and no clock, so yesterday can be replayed against new rules.
final class Routing {
    /// One agent is asked for one conversation so often at most (reference 2.5, declines).
    static final int MOST_DECLINES = 3;

    /// @param units of capacity that the conversation takes
    record Work(int units, Instant now) {}

    /// @param free units of capacity
    /// @param declines how often they turned this very conversation down
    /// @param askAgainAt when they may be asked for it again
    /// @param lastOfferAt when they were last offered anything
    record Candidate(
            UserId id,
            boolean reachable,
            boolean takesWork,
            int free,
            int declines,
            Instant askAgainAt,
            Instant lastOfferAt) {}

    /// A reason to pass a candidate over, if this rule has one.
    private interface Rule extends BiFunction<Work, Candidate, Optional<Reason>> {}

    private static final Comparator<Candidate> BEST_FIRST =
            comparingInt(Candidate::declines)
                    .thenComparing(comparingInt(Candidate::free).reversed())
                    .thenComparing(comparing(Candidate::lastOfferAt));

    private final List<Rule> rules =
            List.of(
                    Routing::isWithinReach,
                    Routing::takesWork,
                    Routing::hasRoom,
                    Routing::didNotDecline);

    Verdict decide(Work work, List<Candidate> candidates) {
        var passedOver = new ArrayList<PassedOver>();
        var willing = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            reason(work, candidate)
                    .ifPresentOrElse(
                            reason -> passedOver.add(new PassedOver(candidate.id(), reason)),
                            () -> willing.add(candidate));
        }
        willing.sort(BEST_FIRST);
        if (willing.isEmpty()) {
            return new Nobody(passedOver);
        }
        willing.stream()
                .skip(1)
                .map(other -> new PassedOver(other.id(), Reason.LESS_ROOM))
                .forEach(passedOver::add);
        var best = willing.getFirst();
        return new Chosen(best.id(), best.free(), passedOver);
    }

    private Optional<Reason> reason(Work work, Candidate candidate) {
        return rules.stream()
                .map(rule -> rule.apply(work, candidate))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Reason> isWithinReach(Work work, Candidate candidate) {
        return unless(candidate.reachable(), Reason.OUT_OF_REACH);
    }

    private static Optional<Reason> takesWork(Work work, Candidate candidate) {
        return unless(candidate.takesWork(), Reason.PRESENCE);
    }

    private static Optional<Reason> hasRoom(Work work, Candidate candidate) {
        return unless(candidate.free() >= work.units(), Reason.FULL);
    }

    private static Optional<Reason> didNotDecline(Work work, Candidate candidate) {
        var asked = candidate.declines() > 0;
        var again =
                candidate.declines() < MOST_DECLINES
                        && !work.now().isBefore(candidate.askAgainAt());
        return unless(!asked || again, Reason.DECLINED);
    }

    private static Optional<Reason> unless(boolean fine, Reason reason) {
        return fine ? Optional.empty() : Optional.of(reason);
    }
}
