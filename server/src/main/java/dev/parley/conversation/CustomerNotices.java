package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Status;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Automated messages to customers. They are shown in the timeline and sent through the outbox, but
/// do not count as an answer: the conversation waits for its agent as before.
@Component
public class CustomerNotices {
    /// An older message arrived late, or was retrieved afterwards: an automated answer to it would
    /// be confusing.
    private static final Duration FRESH = Duration.ofMinutes(15);

    private static final Duration INTERVAL = Duration.ofHours(1);

    private final Conversations conversations;
    private final CustomerBlocks blocks;
    private final ConversationUpdates updates;
    private final Clock clock;

    CustomerNotices(
            Conversations conversations,
            CustomerBlocks blocks,
            ConversationUpdates updates,
            Clock clock) {
        this.conversations = conversations;
        this.blocks = blocks;
        this.updates = updates;
        this.clock = clock;
    }

    /// Answers a customer's message with this text, at most once an hour. Does nothing when the
    /// message is old, the customer is blocked, or another app controls the conversation.
    ///
    /// @param kind the name of the notice, such as `files-refused`
    @Transactional(propagation = Propagation.MANDATORY)
    public void answer(Message received, String kind, String text) {
        var now = clock.instant();
        if (!received.isInbound() || received.sentAt().isBefore(now.minus(FRESH))) {
            return;
        }
        conversations
                .lock(received.conversation())
                .filter(conversation -> !isBlocked(conversation))
                .filter(conversation -> {
                    var control = conversation.details().control();
                    return control == null || !control.blocksUs(now);
                })
                .ifPresent(conversation -> send(conversation, key(kind), text));
    }

    private boolean isBlocked(Conversation conversation) {
        var details = conversation.details();
        return conversation.state() == State.CLOSED
                ? blocks.of(details.customer()).isPresent()
                : details.blocked();
    }

    private void send(Conversation conversation, String key, String text) {
        var now = clock.instant();
        var content = new Content.Text(text);
        var message =
                new NewMessage(
                        new MessageId(Ids.next()),
                        null,
                        Author.SYSTEM,
                        null,
                        Kind.of(content),
                        content,
                        null,
                        now,
                        null,
                        Status.QUEUED,
                        null,
                        key,
                        MessageEffect.TIMELINE_ONLY);
        updates.send(message, conversation, now);
    }

    private String key(String kind) {
        var hour = clock.instant().getEpochSecond() / INTERVAL.toSeconds();
        return "notice/%s/%d#000".formatted(kind, hour);
    }
}
