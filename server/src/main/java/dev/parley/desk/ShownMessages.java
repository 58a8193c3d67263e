package dev.parley.desk;

import dev.parley.channel.Address;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Messages;
import dev.parley.conversation.Messages.Place;
import dev.parley.privacy.Masking;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The messages of timelines as users may see them: masked by the administrator's rules. What the
/// timeline, quotes and search show is read here.
@Component
class ShownMessages {
    private final Messages messages;
    private final Masking masking;

    ShownMessages(Messages messages, Masking masking) {
        this.messages = messages;
        this.masking = masking;
    }

    Optional<Message> byId(MessageId id) {
        return messages.byId(id).map(message -> masking.current().message(message));
    }

    /// {@return the messages with these ids; of those that have something masked, only those for
    /// which the condition holds as they are shown}
    List<Message> byIdsIf(Collection<MessageId> ids, Predicate<Message> condition) {
        var masks = masking.current();
        return messages.byIds(ids).stream()
                .<Message>mapMulti((stored, result) -> {
                    var shown = masks.message(stored);
                    if (shown.equals(stored) || condition.test(shown)) {
                        result.accept(shown);
                    }
                })
                .toList();
    }

    List<Message> byChannelIds(Address address, List<String> channelMessageIds) {
        return masking.messages(messages.byChannelIds(address, channelMessageIds));
    }

    /// {@return the page of the timeline that ends before this place, oldest first}
    List<Message> before(ConversationId conversation, @Nullable Place place, int limit) {
        return masking.messages(messages.before(conversation, place, limit));
    }

    /// {@return the page of the timeline that starts after this place, oldest first}
    List<Message> after(ConversationId conversation, @Nullable Place place, int limit) {
        return masking.messages(messages.after(conversation, place, limit));
    }

    /// {@return the timeline from this place on, oldest first; at most the newest `limit` entries}
    List<Message> from(ConversationId conversation, Place place, int limit) {
        return masking.messages(messages.from(conversation, place, limit));
    }
}
