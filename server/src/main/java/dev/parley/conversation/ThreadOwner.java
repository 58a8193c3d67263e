package dev.parley.conversation;

import dev.parley.channel.Content.Handover;
import dev.parley.channel.Content.Move;
import dev.parley.channel.ThreadControl.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who may answer in the channel's thread just now, as far as the channel told.
///
/// @param party null where nobody holds it
/// @param until when the thread is anybody's again, if nothing more is heard; how long that takes
///   after a sign is the channel's to say
public record ThreadOwner(@Nullable Party party, Instant until) {
    /// {@return who holds the thread after this handover; null when it changes nothing}
    static @Nullable ThreadOwner after(Handover handover, Instant until) {
        return switch (handover.move()) {
            case REQUESTED -> null;
            case RELEASED -> new ThreadOwner(null, until);
            case PASSED, TAKEN, HELD ->
                    new ThreadOwner(handover.to() == null ? Party.ANOTHER : handover.to(), until);
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

    private boolean isLapsed(Instant now) {
        return !now.isBefore(until);
    }

    static boolean brings(Handover handover) {
        return handover.move() == Move.PASSED && Party.US.equals(handover.to());
    }
}
