package dev.parley.conversation;

import dev.parley.channel.Content.Handover;
import dev.parley.channel.Content.Move;
import dev.parley.channel.ThreadControl.Party;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who may answer in the channel's thread just now, as far as the channel told (messenger-platform
/// 1.8).
///
/// @param party null where nobody holds it
/// @param since when we last had a sign of it
public record ThreadOwner(@Nullable Party party, Instant since) {
    /// Without a sign for so long, a thread is anybody's again.
    private static final Duration LAPSE = Duration.ofHours(24);

    /// {@return who holds the thread after this handover; null when it changes nothing}
    static @Nullable ThreadOwner after(Handover handover, Instant at) {
        return switch (handover.move()) {
            case REQUESTED -> null;
            case RELEASED -> new ThreadOwner(null, at);
            case PASSED, TAKEN, HELD ->
                    new ThreadOwner(handover.to() == null ? Party.ANOTHER : handover.to(), at);
        };
    }

    /// {@return whether somebody else holds the thread, so that the channel takes nothing from us}
    public boolean keepsUsOut(Instant now) {
        return party != null && party.kind() != Party.Kind.US && !isLapsed(now);
    }

    /// {@return whether the thread is ours to pass on}
    public boolean isUs(Instant now) {
        return Party.US.equals(party) && !isLapsed(now);
    }

    /// {@return when the thread is anybody's again, if nothing more is heard}
    Instant until() {
        return since.plus(LAPSE);
    }

    private boolean isLapsed(Instant now) {
        return !now.isBefore(until());
    }

    static boolean brings(Handover handover) {
        return handover.move() == Move.PASSED && Party.US.equals(handover.to());
    }
}
