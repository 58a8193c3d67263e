package dev.parley.workstream;

import dev.parley.team.Presence;
import java.time.Duration;
import java.util.Set;

/// How a workstream's conversations are distributed to agents. It is read again each time, so a
/// change applies from the next event on.
///
/// @param closeWaitingAfter when a waiting conversation closes automatically, 1 minute to 365 days
/// @param capacity how many units of an agent's capacity one conversation uses, 1 to 1,000
/// @param presences the presences that receive work; at least one
/// @param keepSameAgent whether a waiting conversation whose customer writes again is offered to
///   its previous agent first
/// @param disposition whether agents choose a disposition code before they close a conversation
public record WorkDistribution(
        Duration closeWaitingAfter,
        int capacity,
        WrapUpBlock wrapUpBlock,
        Set<Presence> presences,
        boolean keepSameAgent,
        DispositionRule disposition) {
    public static final Duration LONGEST_WAIT = Duration.ofDays(365);
    public static final int MOST_CAPACITY = 1000;

    /// An agent has 100 units by default, so that five conversations fit.
    public static final WorkDistribution DEFAULT =
            new WorkDistribution(
                    Duration.ofDays(28),
                    20,
                    new WrapUpBlock.Always(),
                    Set.of(Presence.AVAILABLE, Presence.BUSY),
                    true,
                    DispositionRule.OPTIONAL);

    public WorkDistribution {
        presences = Set.copyOf(presences);
        if (presences.isEmpty()) {
            throw new IllegalArgumentException("At least one presence must be allowed");
        }
    }
}
