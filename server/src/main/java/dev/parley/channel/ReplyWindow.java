package dev.parley.channel;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long the company may write to a customer, counted from the customer's last action.
///
/// @param standard for everything that is sent; null where the channel has no limit
/// @param extended for what a person writes, where an administrator has switched that on; null
///   where the channel has no such extension
public record ReplyWindow(@Nullable Duration standard, @Nullable Duration extended) {

    /// No limit.
    public static final ReplyWindow UNLIMITED = new ReplyWindow(null, null);

    /// {@return the state of the reply window at `now`}
    ///
    /// @param lastCustomerAct null when the customer never did anything
    /// @param switchedOn whether an administrator has switched the extension on
    public ReplyWindowState stateAt(
            Instant now, @Nullable Instant lastCustomerAct, boolean switchedOn) {
        if (standard == null) {
            return new ReplyWindowState.Open(null);
        }
        if (lastCustomerAct == null) {
            return new ReplyWindowState.Closed(null, false);
        }
        var standardEnd = lastCustomerAct.plus(standard);
        if (now.isBefore(standardEnd)) {
            return new ReplyWindowState.Open(standardEnd);
        }
        var extendedEnd = extended == null ? standardEnd : lastCustomerAct.plus(extended);
        if (now.isBefore(extendedEnd)) {
            return switchedOn
                    ? new ReplyWindowState.Extended(extendedEnd)
                    : new ReplyWindowState.Closed(standardEnd, true);
        }
        return new ReplyWindowState.Closed(switchedOn ? extendedEnd : standardEnd, false);
    }
}
