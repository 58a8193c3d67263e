package dev.parley.conversation;

import static java.util.stream.Collectors.toSet;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.conversation.Message.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Recognises Parley's own messages in the channel's echoes, which prove that they were sent. The
/// echo may arrive before the response to the send request, or instead of it.
@Component
class SendConfirmations {
    private final EchoLookup echoLookup;
    private final MessageStatuses messageStatuses;
    private final MessageReceipts messageReceipts;
    private final ApplicationEventPublisher events;

    SendConfirmations(
            EchoLookup echoLookup,
            MessageStatuses messageStatuses,
            MessageReceipts messageReceipts,
            ApplicationEventPublisher events) {
        this.echoLookup = echoLookup;
        this.messageStatuses = messageStatuses;
        this.messageReceipts = messageReceipts;
        this.events = events;
    }

    /// Confirms the messages of these echoes that are already in the timeline. {@return the other
    /// echoes, in their order}
    List<Echo> confirm(List<Echo> echoes) {
        var known = known(echoes);
        var echoOf = new LinkedHashMap<MessageId, Echo>();
        var ours = new LinkedHashMap<MessageId, Message>();
        for (var echo : echoes) {
            var message = known.get(echo);
            if (message != null && !message.isInbound()) {
                echoOf.putIfAbsent(message.id(), echo);
                ours.put(message.id(), message);
            }
        }
        if (!ours.isEmpty()) {
            confirm(echoOf);
            publishChanges(ours.values());
        }
        return echoes.stream().filter(echo -> !known.containsKey(echo)).toList();
    }

    private void confirm(Map<MessageId, Echo> echoOf) {
        echoOf.keySet().forEach(id -> events.publishEvent(new MessageConfirmed(id)));
        messageStatuses.confirm(echoOf);
        messageReceipts.catchUp(echoOf.keySet());
    }

    private void publishChanges(Collection<Message> confirmed) {
        confirmed.stream()
                .filter(one -> one.status() == Status.FAILED || one.status() == Status.UNKNOWN)
                .map(Message::conversation)
                .distinct()
                .forEach(id -> events.publishEvent(new SendFailureChanged(id, false)));
        confirmed.stream()
                .map(Message::conversation)
                .collect(toSet())
                .forEach(id -> events.publishEvent(new ConversationChanged(id, null, false)));
    }

    private Map<Echo, Message> known(List<Echo> echoes) {
        var known = new HashMap<>(echoLookup.echoed(echoes));
        var others =
                echoes.stream()
                        .filter(echo -> !known.containsKey(echo) && echo.reference() != null)
                        .toList();
        if (!others.isEmpty()) {
            known.putAll(echoLookup.referredTo(others));
        }
        return known;
    }

    /// An echo of a message to this person.
    record Echo(Address to, Echoed echoed) {
        /// {@return the message that it refers to; null if it is none of ours, because other apps
        /// pass along references of their own}
        @Nullable UUID reference() {
            var reference = echoed.reference();
            try {
                return reference == null ? null : UUID.fromString(reference);
            } catch (IllegalArgumentException _) {
                return null;
            }
        }
    }
}
