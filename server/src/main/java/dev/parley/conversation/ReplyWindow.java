package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Until when we may write to a customer, reckoned from the customer's last act (Messenger
/// Platform, standard messaging window and human agent tag).
public sealed interface ReplyWindow {
    Duration STANDARD = Duration.ofHours(24);
    Duration WITH_TAG = Duration.ofDays(7);

    /// Anyone may write.
    record Open(Instant closesAt) implements ReplyWindow {}

    /// Only a person may write, and what they write carries the human agent tag.
    record HumanAgent(Instant closesAt) implements ReplyWindow {}

    /// Nobody may write until the customer does.
    ///
    /// @param closedAt null when the customer never wrote
    /// @param tagWouldHelp whether the page's message tag, were it switched on, would open it
    record Closed(@Nullable Instant closedAt, boolean tagWouldHelp) implements ReplyWindow {}

    static ReplyWindow at(Instant now, @Nullable Instant lastCustomerAct, boolean messageTag) {
        if (lastCustomerAct == null) {
            return new Closed(null, false);
        }
        var standardEnd = lastCustomerAct.plus(STANDARD);
        var tagEnd = lastCustomerAct.plus(WITH_TAG);
        if (now.isBefore(standardEnd)) {
            return new Open(standardEnd);
        }
        if (now.isBefore(tagEnd)) {
            return messageTag ? new HumanAgent(tagEnd) : new Closed(standardEnd, true);
        }
        return new Closed(messageTag ? tagEnd : standardEnd, false);
    }
}
