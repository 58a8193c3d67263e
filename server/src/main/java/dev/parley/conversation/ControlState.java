package dev.parley.conversation;

import dev.parley.channel.Content.Handover;
import dev.parley.channel.Content.Move;
import dev.parley.channel.ConversationControl.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who may currently answer the customer in the channel, as far as the channel reported it.
///
/// @param party null when no app controls it
/// @param until when the control lapses without further activity; the channel defines how long that
///   takes after the last activity
public record ControlState(@Nullable Party party, Instant until) {
    /// {@return who controls the conversation after this handover; null when it changes nothing}
    static @Nullable ControlState after(Handover handover, Instant until) {
        return switch (handover.move()) {
            case REQUESTED -> null;
            case RELEASED -> new ControlState(null, until);
            case PASSED, TAKEN, HELD ->
                    new ControlState(handover.to() == null ? Party.ANOTHER : handover.to(), until);
        };
    }

    /// {@return whether another app controls the conversation, so that the channel accepts nothing
    /// from Parley}
    public boolean blocksUs(Instant now) {
        return party != null && party.kind() != Party.Kind.PARLEY && !isLapsed(now);
    }

    /// {@return whether Parley controls the conversation, and so can pass it on}
    public boolean isUs(Instant now) {
        return Party.PARLEY.equals(party) && !isLapsed(now);
    }

    private boolean isLapsed(Instant now) {
        return !now.isBefore(until);
    }

    static boolean passesToUs(Handover handover) {
        return handover.move() == Move.PASSED && Party.PARLEY.equals(handover.to());
    }
}
