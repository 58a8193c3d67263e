package dev.parley.api;

import dev.parley.attachment.AttachmentId;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.Messages;
import dev.parley.conversation.Messages.Place;
import dev.parley.identity.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class MessageController implements MessageContract {
    private final Conversations conversations;
    private final Messages messages;
    private final MessageItems items;
    private final ReplyRequests writing;
    private final FileUpload fileUpload;

    MessageController(
            Conversations conversations,
            Messages messages,
            MessageItems items,
            ReplyRequests writing,
            FileUpload fileUpload) {
        this.conversations = conversations;
        this.messages = messages;
        this.items = items;
        this.writing = writing;
        this.fileUpload = fileUpload;
    }

    @Override
    public MessageItem.Page list(
            UUID id, @Nullable String cursor, @Nullable String limit, SignedIn reader) {
        var limitValue = Limit.parse(limit).value();
        var after = ListCursor.parse(cursor);
        var conversation = new ConversationId(id);
        if (conversations
                .byId(conversation)
                .filter(ConversationScope.of(reader)::covers)
                .isEmpty()) {
            throw ReplyRequests.unknown(conversation);
        }
        var place = after == null ? null : new Place(after.at(), after.id());
        var found = messages.after(conversation, place, limitValue + 1);
        var shown = found.subList(0, Math.min(limitValue, found.size()));
        return new MessageItem.Page(
                items.of(shown), found.size() > limitValue ? cursor(shown) : null);
    }

    @Override
    public MessageItem write(
            UUID id, @Nullable String key, MessageItem.Draft draft, SignedIn writer) {
        return write(ConversationScope.of(writer), new ConversationId(id), draft, validated(key));
    }

    @Override
    public MessageItem writeWithFiles(
            UUID id,
            @Nullable String key,
            MessageItem.@Nullable Draft message,
            List<MultipartFile> file,
            SignedIn writer) {
        var scope = ConversationScope.of(writer);
        var conversation = new ConversationId(id);
        var requestKey = validated(key);
        var draft = message == null ? MessageItem.Draft.EMPTY : message;
        var uploaded = new ArrayList<AttachmentId>();
        try {
            file.forEach(one -> uploaded.add(fileUpload.take(scope, conversation, one).id()));
            var ids = uploaded.stream().map(AttachmentId::value).toList();
            return write(scope, conversation, draft.with(ids), requestKey);
        } finally {
            fileUpload.discard(scope, uploaded);
        }
    }

    private MessageItem write(
            ConversationScope scope, ConversationId id, MessageItem.Draft draft, String key) {
        draft.gap()
                .ifPresent(pointer -> {
                    throw Problem.malformed(pointer + " is null", pointer);
                });
        draft.unsendable()
                .ifPresent(pointer -> {
                    throw Problem.TEXT_INVALID.with(
                            pointer + " contains U+0000, or half of a surrogate pair",
                            Map.of("pointer", pointer));
                });
        return items.sentItem(writing.write(scope, id, draft, key));
    }

    private static String validated(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Problem.KEY_MISSING.with(
                    "Send the header Idempotency-Key with a new value for each message");
        }
        if (!key.matches("\\p{Graph}{1,200}")) {
            throw Problem.badParameter(
                    "Idempotency-Key",
                    "Idempotency-Key must be 1 to 200 printable ASCII characters without spaces");
        }
        return key;
    }

    private static String cursor(List<Message> shown) {
        return new ListCursor(shown.getLast().sentAt(), shown.getLast().id().value()).toString();
    }
}
