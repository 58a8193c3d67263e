package dev.parley.api;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.Messages;
import dev.parley.conversation.Messages.Place;
import dev.parley.identity.SignedIn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MessageController implements MessageContract {
    private final Conversations conversations;
    private final Messages messages;
    private final MessageItems items;
    private final Writing writing;

    MessageController(
            Conversations conversations, Messages messages, MessageItems items, Writing writing) {
        this.conversations = conversations;
        this.messages = messages;
        this.items = items;
        this.writing = writing;
    }

    @Override
    public MessageItem.Page list(
            UUID id, @Nullable String cursor, @Nullable String limit, SignedIn reader) {
        var most = Limit.parse(limit).value();
        var after = Cursor.parse(cursor);
        var conversation = new ConversationId(id);
        if (conversations.byId(conversation).filter(Reach.of(reader)::covers).isEmpty()) {
            throw Writing.unknown(conversation);
        }
        var place = after == null ? null : new Place(after.at(), after.id());
        var found = messages.after(conversation, place, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new MessageItem.Page(items.of(shown), found.size() > most ? cursor(shown) : null);
    }

    @Override
    public MessageItem write(
            UUID id, @Nullable String key, MessageItem.Draft draft, SignedIn writer) {
        if (!draft.words().allMatch(MessageController::isSendable)) {
            throw Problem.TEXT_UNSENDABLE.because(
                    "A text holds U+0000, or half of a surrogate pair");
        }
        return items.written(
                writing.write(Reach.of(writer), new ConversationId(id), draft, sound(key)));
    }

    private static String sound(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Problem.KEY_MISSING.because(
                    "Send the header Idempotency-Key with a value of your own for each message");
        }
        if (!key.matches("\\p{Graph}{1,200}")) {
            throw Problem.badParameter(
                    "Idempotency-Key",
                    "Idempotency-Key must be 1 to 200 printable ASCII characters without spaces");
        }
        return key;
    }

    /// PostgreSQL stores neither.
    private static boolean isSendable(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    private static String cursor(List<Message> shown) {
        return new Cursor(shown.getLast().sentAt(), shown.getLast().id().value()).toString();
    }
}
