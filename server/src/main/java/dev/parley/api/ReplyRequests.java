package dev.parley.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.attachment.AttachmentId;
import dev.parley.attachment.Attachments;
import dev.parley.attachment.StoredAttachment;
import dev.parley.channel.Content;
import dev.parley.channel.ReplyWindowState;
import dev.parley.channel.TextRules;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Draft.Flaw;
import dev.parley.conversation.Message;
import dev.parley.conversation.Replies;
import dev.parley.conversation.Replies.Answer;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sends replies of API clients, and reports precisely why a reply is refused.
@Component
class ReplyRequests {
    private final Replies replies;
    private final Attachments attachments;

    ReplyRequests(Replies replies, Attachments attachments) {
        this.replies = replies;
        this.attachments = attachments;
    }

    /// {@return the messages that this text was split into, now or in an earlier request with the
    /// same key}
    List<Message> write(
            ConversationScope scope, ConversationId id, MessageItem.Draft request, String key) {
        // A hash sign separates the text from its number in the stored key, so the key must have
        // none.
        var requestKey = "api:%s:%s".formatted(scope.user(), URLEncoder.encode(key, UTF_8));
        var draft = request.under(requestKey);
        return switch (replies.write(scope.writer(), id, draft)) {
            case Answer.Written(var messages, var rules) -> same(messages, draft, rules.texts());
            case Answer.Flawed(var flaw, var rules) -> throw flawed(flaw, rules.texts());
            case Answer.WindowClosed(var window) -> throw windowClosed(window);
            case Answer.ControlledElsewhere(var until) ->
                    throw Problem.CONTROLLED_BY_ANOTHER_APP.with(
                            "Let that app pass the conversation to Parley; without activity of it the"
                                    + " conversation is free again at controlledUntil",
                            Map.of("controlledUntil", until));
            case Answer.ConversationEnded(var closed) -> throw ended(closed);
            case Answer.NotAllowed _ -> throw unknown(id);
        };
    }

    /// Messages that were edited or erased since cannot be compared, and are accepted as the same.
    private List<Message> same(List<Message> messages, Draft draft, TextRules rules) {
        var changed =
                messages.stream().anyMatch(one -> one.erasedAt() != null || !one.edits().isEmpty());
        if (!changed && !(sameWords(messages, draft, rules) && sameFiles(messages, draft))) {
            throw Problem.KEY_REUSED.with(
                    "Use a new Idempotency-Key for each message; the same only for a retry");
        }
        return messages;
    }

    private static boolean sameWords(List<Message> messages, Draft draft, TextRules rules) {
        var words =
                messages.stream()
                        .map(Message::content)
                        .filter(content -> !(content instanceof Content.Files))
                        .toList();
        var quote = messages.stream().map(Message::replyTo).filter(Objects::nonNull).findFirst();
        return words.equals(draft.messages(rules))
                && quote.equals(Optional.ofNullable(draft.replyTo()));
    }

    /// A file that is uploaded again has another id, but the same name, type and size.
    private boolean sameFiles(List<Message> messages, Draft draft) {
        var withFiles =
                messages.stream()
                        .filter(message -> message.content() instanceof Content.Files)
                        .map(Message::id)
                        .toList();
        var sent = attachments.of(withFiles);
        var stored =
                withFiles.stream()
                        .flatMap(message -> sent.getOrDefault(message, List.of()).stream())
                        .map(FileData::of);
        var requested = attachments.all(draft.files().stream().map(AttachmentId::new).toList());
        return stored.toList().equals(requested.stream().map(FileData::of).toList());
    }

    private record FileData(String name, @Nullable String contentType, long size) {
        static FileData of(StoredAttachment file) {
            return new FileData(file.storedName(), file.contentType(), file.size());
        }
    }

    private static RuntimeException flawed(Flaw flaw, TextRules rules) {
        return switch (flaw) {
            case EMPTY -> Problem.TEXT_EMPTY.with("Send a text or attachments");
            case NO_QUESTION -> Problem.TEXT_EMPTY.with("replyButtons require a text");
            case TOO_LONG ->
                    Problem.TEXT_TOO_LONG.with(
                            "text must not exceed %d characters".formatted(rules.longestDraft()),
                            Map.of("longest", rules.longestDraft()));
            case TOO_MANY_REPLY_BUTTONS ->
                    Problem.REPLY_BUTTONS_INVALID.with(
                            "At most %d replyButtons are allowed".formatted(rules.mostButtons()));
            case INVALID_REPLY_BUTTON ->
                    Problem.REPLY_BUTTONS_INVALID.with(
                            "Each title must have 1 to %d characters, and be unique"
                                    .formatted(rules.longestButton()));
            case UNKNOWN_QUOTE ->
                    Problem.REPLY_TO_UNKNOWN.with(
                            "replyTo must be the channelMessageId of a message between this endpoint"
                                    + " and this customer");
            case TOO_MANY_FILES ->
                    Problem.ATTACHMENTS_TOO_MANY.with(
                            "At most %d attachments are allowed".formatted(Draft.MOST_FILES));
            case FILE_GONE ->
                    Problem.ATTACHMENT_UNKNOWN.with(
                            "attachments must be ids of files that you uploaded for this"
                                    + " conversation within a day, and that were not sent yet");
            case FILES_SWITCHED_OFF -> FileUpload.disabled();
            case NO_FILES_HERE -> FileUpload.notAccepted();
            case ENDPOINT_REMOVED ->
                    Problem.ENDPOINT_REMOVED.with("The endpoint is no longer set up in Parley");
        };
    }

    private static RuntimeException windowClosed(ReplyWindowState.Closed window) {
        var facts = new LinkedHashMap<String, Object>();
        var closedAt = window.closedAt();
        if (closedAt != null) {
            facts.put("closedAt", closedAt);
        }
        facts.put("opensWith", window.extensionWouldHelp() ? "extension" : "customerMessage");
        return Problem.WINDOW_CLOSED.with(
                window.extensionWouldHelp()
                        ? "The channel accepts no more standard messages to this customer. The next"
                                + " message of the customer opens the window again, and so would the"
                                + " extended reply window, enabled for this endpoint."
                        : "The channel accepts no more messages to this customer. The next message"
                                + " of the customer opens the window again.",
                facts);
    }

    private static RuntimeException ended(boolean closed) {
        return closed
                ? Problem.CONVERSATION_CLOSED.with(
                        "It stays closed. The customer's next message opens a new one.")
                : Problem.CONVERSATION_ENDED.with(
                        "Its agent ended it, and it is in wrap-up. The customer's next message makes"
                                + " it active again.");
    }

    static RuntimeException unknown(ConversationId id) {
        return Problem.NOT_FOUND.with(
                "There is no conversation %s that you may see".formatted(id.value()));
    }
}
