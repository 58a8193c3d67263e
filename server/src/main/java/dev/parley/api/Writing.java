package dev.parley.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Draft.Flaw;
import dev.parley.conversation.Message;
import dev.parley.conversation.Replies;
import dev.parley.conversation.Replies.Answer;
import dev.parley.conversation.Replies.Writer;
import dev.parley.conversation.ReplyWindow;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes for programs, and tells them exactly why not.
@Component
class Writing {
    private final Conversations conversations;
    private final Replies replies;

    Writing(Conversations conversations, Replies replies) {
        this.conversations = conversations;
        this.replies = replies;
    }

    /// {@return the messages that this text became, now or when the same key came before}
    @Transactional
    public List<Message> write(Reach reach, ConversationId id, MessageItem.Draft wish, String key) {
        if (conversations.hold(id).filter(reach::covers).isEmpty()) {
            throw unknown(id);
        }
        // Hashes part the text from its number in the stored key, so none may stand in the key.
        var requestKey = "api:%s:%s".formatted(reach.user(), URLEncoder.encode(key, UTF_8));
        var draft = wish.under(requestKey);
        var answer = replies.write(new Writer(reach.user(), true), id, draft);
        return switch (answer) {
            case Answer.Written(var messages) -> same(messages, draft);
            case Answer.Flawed(var flaw) -> throw flawed(flaw);
            case Answer.WindowShut(var window) -> throw shut(window);
            case Answer.Ended _ ->
                    throw Problem.CONVERSATION_CLOSED.because(
                            "It stays closed. What the customer writes next opens another.");
            case Answer.NotYours _ -> throw unknown(id);
        };
    }

    /// What was edited or erased since cannot be compared, and is believed.
    private static List<Message> same(List<Message> messages, Draft draft) {
        var written = messages.stream().map(Message::content).toList();
        var changed =
                messages.stream().anyMatch(one -> one.erasedAt() != null || !one.edits().isEmpty());
        var sameQuote = Objects.equals(messages.getFirst().replyTo(), draft.replyTo());
        if (!changed && !(sameQuote && written.equals(draft.contents()))) {
            throw Problem.KEY_REUSED.because(
                    "Use a new Idempotency-Key for each new message; the same only to ask again");
        }
        return messages;
    }

    private static RuntimeException flawed(Flaw flaw) {
        return switch (flaw) {
            case EMPTY -> Problem.TEXT_EMPTY.because("Give text some words");
            case NO_QUESTION -> Problem.TEXT_EMPTY.because("quickReplies need a text above them");
            case TOO_LONG ->
                    Problem.TEXT_TOO_LONG.because(
                            "text may have %d characters at most".formatted(Draft.LONGEST_TEXT),
                            Map.of("longest", Draft.LONGEST_TEXT));
            case TOO_MANY_CHOICES ->
                    Problem.QUICK_REPLIES_WRONG.because(
                            "There may be %d quickReplies at most".formatted(Draft.MOST_CHOICES));
            case BAD_CHOICE ->
                    Problem.QUICK_REPLIES_WRONG.because(
                            "Each title must have 1 to %d characters, and be there once"
                                    .formatted(Draft.LONGEST_CHOICE));
            case UNKNOWN_QUOTE ->
                    Problem.REPLY_TO_UNKNOWN.because(
                            "replyTo must be the mid of a message between this page and this"
                                    + " customer");
        };
    }

    private static RuntimeException shut(ReplyWindow.Closed window) {
        var facts = new LinkedHashMap<String, Object>();
        var closedAt = window.closedAt();
        if (closedAt != null) {
            facts.put("closedAt", closedAt);
        }
        facts.put("opensWith", window.tagWouldHelp() ? "messageTag" : "customerMessage");
        return Problem.WINDOW_CLOSED.because(
                window.tagWouldHelp()
                        ? "Messenger takes no more standard messages for this customer. The next"
                                + " message of the customer opens the window again, or the"
                                + " Facebook message tag of the page's workstream, switched on."
                        : "Messenger takes no more messages for this customer. The next message"
                                + " of the customer opens the window again.",
                facts);
    }

    static RuntimeException unknown(ConversationId id) {
        return Problem.NOT_FOUND.because(
                "There is no conversation %s that you may see".formatted(id.value()));
    }
}
