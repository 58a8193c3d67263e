package dev.parley.desk;

import dev.parley.channel.ChannelRules.Resend;
import dev.parley.channel.ReplyWindowState;
import dev.parley.conversation.Message;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Whether resending a failed message can succeed. It cannot when the message itself was the
/// reason, nor before a person who could not be reached is back.
///
/// @param open whether this agent could write to the customer now
/// @param acted the time of the customer's last action
/// @param advice the channel's rule for a cause
record Resending(
        boolean open,
        ReplyWindowState window,
        @Nullable Instant acted,
        Function<String, Resend> advice) {
    boolean helps(Message message) {
        var cause = message.cause();
        if (!open || cause == null) {
            return open;
        }
        return switch (advice.apply(cause)) {
            case POSSIBLE -> true;
            case AFTER_CUSTOMER_ACTIVITY -> acted != null && acted.isAfter(message.sentAt());
            case IN_THE_STANDARD_PERIOD -> window instanceof ReplyWindowState.Open;
            case NEVER -> false;
        };
    }
}
