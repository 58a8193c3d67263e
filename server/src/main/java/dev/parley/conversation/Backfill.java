package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.channel.ChannelEvent.Found;
import dev.parley.conversation.SendConfirmations.Echo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adds messages that were not delivered, but found in the channel's message history afterwards. A
/// message that no longer needs an answer opens no conversation and notifies no agent: it only
/// becomes part of the history.
@Component
class Backfill {
    private final ReceivedMessages receivedMessages;
    private final Messages messages;
    private final MessageStatuses messageStatuses;
    private final SendConfirmations sendConfirmations;

    Backfill(
            ReceivedMessages receivedMessages,
            Messages messages,
            MessageStatuses messageStatuses,
            SendConfirmations sendConfirmations) {
        this.receivedMessages = receivedMessages;
        this.messages = messages;
        this.messageStatuses = messageStatuses;
        this.sendConfirmations = sendConfirmations;
    }

    void take(Address with, Found found) {
        if (found.fromCompany()) {
            ours(with, found);
        } else {
            theirs(with, found);
        }
    }

    private void theirs(Address from, Found found) {
        var effect =
                found.needsAnswer() ? MessageEffect.CUSTOMER_MESSAGE : MessageEffect.TO_ANOTHER_APP;
        var at = placeOf(from, found);
        var message = NewMessage.fromCustomer(found.messageId(), found.content(), null, at, effect);
        mark(
                message,
                found.needsAnswer()
                        ? receivedMessages.customerWrote(from, message)
                        : receivedMessages.noted(from, message));
    }

    /// The message history does not contain Parley's reference. Therefore the message is matched by
    /// its text to those whose delivery is unknown.
    private void ours(Address to, Found found) {
        var lost = messageStatuses.findUnconfirmed(to, found.content().text(), found.at());
        var reference = lost.map(id -> id.value().toString()).orElse(null);
        var echoed = new Echoed(found.messageId(), found.at(), found.content(), reference, null);
        if (sendConfirmations.confirm(List.of(new Echo(to, echoed))).isEmpty()) {
            return;
        }
        var message =
                NewMessage.fromOutside(
                        found.messageId(), found.content(), placeOf(to, found), found.at(), null);
        mark(message, receivedMessages.noted(to, message));
    }

    /// @param conversation where the message was stored; null when it already was
    private void mark(NewMessage message, @Nullable ConversationId conversation) {
        if (conversation != null) {
            messageStatuses.markRecovered(message.id());
        }
    }

    /// The message history may have a resolution of one second: within a second, a message is
    /// placed before the first that follows it, else after the last that precedes it. If one of the
    /// preceding messages may still arrive, it is placed at the end of the second. A message from
    /// Parley is placed where it was written, which may have been long before it was sent.
    private Instant placeOf(Address with, Found found) {
        var earlier = messages.byChannelIds(with, found.after());
        var end = found.at().plusSeconds(1);
        var next = places(messages.byChannelIds(with, found.before()), found.at(), end);
        if (!next.isEmpty()) {
            return next.getFirst().minus(1, ChronoUnit.MICROS);
        }
        var before = places(earlier, found.at(), end);
        var least = earlier.size() == found.after().size() ? found.at() : end.minusMillis(1);
        return before.isEmpty() || before.getLast().isBefore(least)
                ? least
                : before.getLast().plus(1, ChronoUnit.MICROS);
    }

    private static List<Instant> places(List<Message> messages, Instant from, Instant until) {
        return messages.stream()
                .map(Message::sentAt)
                .filter(at -> !at.isBefore(from) && at.isBefore(until))
                .sorted()
                .toList();
    }
}
