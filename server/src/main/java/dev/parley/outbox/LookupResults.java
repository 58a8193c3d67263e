package dev.parley.outbox;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.Message;
import dev.parley.conversation.Messages;
import dev.parley.outbox.Courier.Lookup;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores the results of look-ups in a channel's message history: found, not found, or not yet
/// known.
@Component
class LookupResults {
    private final SendStatus status;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final OutboxSettings settings;
    private final Clock clock;

    LookupResults(
            SendStatus status,
            Messages messages,
            ApplicationEventPublisher events,
            OutboxSettings settings,
            Clock clock) {
        this.status = status;
        this.messages = messages;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void settle(Outgoing outgoing, Lookup lookup, Conversation conversation) {
        switch (lookup) {
            case Lookup.Entries entries -> compare(outgoing, entries, conversation);
            case Lookup.Inconclusive(var detail) -> lookUpAgain(outgoing, detail);
        }
        events.publishEvent(new ConversationChanged(outgoing.conversation(), null, false));
    }

    /// The channel's echo has confirmed it in the meantime.
    @Transactional
    public void confirmed(Outgoing outgoing, String channelMessageId) {
        status.found(outgoing, channelMessageId);
        events.publishEvent(new ConversationChanged(outgoing.conversation(), null, false));
    }

    /// Stops the look-ups of whether it was sent; the agent decides.
    @Transactional
    public void giveUp(Outgoing outgoing, String detail) {
        if (status.remainsUnknown(outgoing, detail)) {
            events.publishEvent(new ConversationChanged(outgoing.conversation(), null, false));
        }
    }

    /// A message whose channel id is already stored is another one, and can be ruled out even
    /// without details.
    private void compare(Outgoing outgoing, Lookup.Entries entries, Conversation conversation) {
        var same = unknown(entries.messageIds(), conversation);
        if (!same.isEmpty()) {
            status.found(outgoing, same.getFirst());
        } else if (unknown(entries.withoutDetails(), conversation).isEmpty()) {
            notFound(outgoing);
        } else {
            lookUpAgain(outgoing, "The message history has entries without details");
        }
    }

    private List<String> unknown(List<String> channelMessageIds, Conversation conversation) {
        var known =
                messages.byChannelIds(conversation.details().address(), channelMessageIds).stream()
                        .map(Message::channelMessageId)
                        .toList();
        return channelMessageIds.stream()
                .filter(channelMessageId -> !known.contains(channelMessageId))
                .toList();
    }

    /// A missing entry in the history proves something only after the channel had time to write it.
    private void notFound(Outgoing outgoing) {
        var now = clock.instant();
        var trusted = attempted(outgoing, now).plus(settings.notSentAfter());
        if (now.isBefore(trusted)) {
            status.lookUpAgain(outgoing, trusted);
        } else if (outgoing.attempts() >= settings.maxAttempts()) {
            status.failed(outgoing, "temporary", "It was lost repeatedly during sending");
        } else {
            status.notFound(outgoing);
        }
    }

    private void lookUpAgain(Outgoing outgoing, String detail) {
        if (outgoing.lookUps() < settings.lookUps()) {
            status.lookUpAgain(outgoing, clock.instant().plus(settings.notSentAfter()));
        } else {
            status.remainsUnknown(outgoing, detail);
        }
    }

    private static Instant attempted(Outgoing outgoing, Instant now) {
        var at = outgoing.attemptedAt();
        return at == null ? now : at;
    }
}
