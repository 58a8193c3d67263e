package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Status;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What colleagues write to each other in a conversation. It is never sent to the customer, and
/// changes nothing in lists. Everybody may write a note who may read the conversation, also when it
/// is closed. `@` and a name mention a colleague, see [Mentions].
@Component
public class InternalNotes {
    /// The maximum length of a note, in characters.
    public static final int LONGEST = 5_000;

    private final Conversations conversations;
    private final Messages messages;
    private final Access access;
    private final Mentions mentions;
    private final ConversationUpdates updates;
    private final Clock clock;

    InternalNotes(
            Conversations conversations,
            Messages messages,
            Access access,
            Mentions mentions,
            ConversationUpdates updates,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.access = access;
        this.mentions = mentions;
        this.updates = updates;
        this.clock = clock;
    }

    /// Adds a note. Requests with the same key add only one.
    ///
    /// @param key made by the client, the same when it repeats the request
    @Transactional
    public Result add(SignedIn me, ConversationId id, String text, String key) {
        var conversation =
                access.read(id, me).flatMap(found -> conversations.lock(found.id())).orElse(null);
        if (conversation == null || !Access.mayRead(conversation, me)) {
            return Result.NOT_ALLOWED;
        }
        if (text.isBlank()) {
            return Result.EMPTY;
        }
        if (text.length() > LONGEST) {
            return Result.TOO_LONG;
        }
        if (messages.byRequestKey(id, key).isEmpty()) {
            add(me.userId(), conversation, text.strip(), key);
        }
        return Result.ADDED;
    }

    /// Adds a note of this user in the transaction of another action.
    ///
    /// @param key unique in this conversation
    void add(UserId by, Conversation conversation, String text, String key) {
        var now = clock.instant();
        var note =
                new NewMessage(
                        new MessageId(Ids.next()),
                        null,
                        Author.AGENT,
                        by,
                        Kind.INTERNAL_NOTE,
                        new Content.Text(text),
                        null,
                        now,
                        null,
                        Status.READ,
                        null,
                        key + "#000",
                        MessageEffect.TIMELINE_ONLY);
        if (updates.add(note, conversation, now)) {
            mentions.add(by, conversation, note.id(), text, now);
        }
        updates.changed(conversation, false);
    }

    /// The result of writing a note.
    public enum Result {
        ADDED,
        EMPTY,
        TOO_LONG,
        /// The conversation does not exist, or the user may not read it.
        NOT_ALLOWED
    }
}
