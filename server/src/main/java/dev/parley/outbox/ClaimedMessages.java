package dev.parley.outbox;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.ConversationRules;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reads claimed messages, many with the same three queries.
@Component
class ClaimedMessages {
    private static final Logger log = LoggerFactory.getLogger(ClaimedMessages.class);

    private final Messages messages;
    private final Conversations conversations;
    private final ConversationRules rules;

    ClaimedMessages(Messages messages, Conversations conversations, ConversationRules rules) {
        this.messages = messages;
        this.conversations = conversations;
        this.rules = rules;
    }

    ClaimedMessage read(Outgoing one) {
        return found(readAll(List.of(one)), one);
    }

    /// {@return these messages; empty if one of them cannot be read, which must not hold up the
    /// others}
    Map<Outgoing, ClaimedMessage> tryRead(List<Outgoing> all) {
        try {
            return readAll(all);
        } catch (RuntimeException failure) {
            log.warn("{} messages are read one by one: {}", all.size(), failure.toString());
            return Map.of();
        }
    }

    private Map<Outgoing, ClaimedMessage> readAll(List<Outgoing> all) {
        var read = messagesOf(all);
        var conversationsRead = conversationsOf(all);
        var windows = rules.windowsOf(conversationsRead.values());
        return all.stream()
                .collect(
                        toMap(
                                one -> one,
                                one ->
                                        new ClaimedMessage(
                                                one,
                                                found(read, one.message()),
                                                found(conversationsRead, one.conversation()),
                                                found(windows, one.conversation()))));
    }

    private Map<MessageId, Message> messagesOf(List<Outgoing> all) {
        return messages.byIds(all.stream().map(Outgoing::message).toList()).stream()
                .collect(toMap(Message::id, one -> one));
    }

    private Map<ConversationId, Conversation> conversationsOf(List<Outgoing> all) {
        return conversations
                .byIds(all.stream().map(Outgoing::conversation).collect(toSet()))
                .stream()
                .collect(toMap(Conversation::id, one -> one));
    }

    private static <K, V> V found(Map<K, V> all, K key) {
        return Optional.ofNullable(all.get(key)).orElseThrow();
    }
}
