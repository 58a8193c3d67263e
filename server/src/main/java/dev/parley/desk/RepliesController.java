package dev.parley.desk;

import dev.parley.channel.ReplyButton;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageId;
import dev.parley.conversation.Messages;
import dev.parley.conversation.Replies;
import dev.parley.conversation.Replies.Answer;
import dev.parley.conversation.Replies.Writer;
import dev.parley.identity.SignedIn;
import dev.parley.outbox.MessageResend;
import dev.parley.platform.web.PageFrame;
import dev.parley.workspace.DraftKey;
import dev.parley.workspace.DraftMode;
import dev.parley.workspace.Drafts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The agent's replies.
@Controller
class RepliesController {
    private static final UUID NO_FILE = new UUID(0, 0);
    private final Replies replies;
    private final MessageResend messageResend;
    private final Messages messages;
    private final ReplyRefusals refusals;
    private final Drafts drafts;
    private final SendGuard guard;

    RepliesController(
            Replies replies,
            MessageResend messageResend,
            Messages messages,
            ReplyRefusals refusals,
            Drafts drafts,
            SendGuard guard) {
        this.replies = replies;
        this.messageResend = messageResend;
        this.messages = messages;
        this.refusals = refusals;
        this.drafts = drafts;
        this.guard = guard;
    }

    /// Sends a reply, and deletes its draft.
    ///
    /// @param seen the newest message of the customer that the agent has seen; a newer one is
    ///   reported instead of sending, once
    /// @param form all parameters again: a list parameter would be split at commas; `draft` are the
    ///   revisions of the draft that is sent
    @PostMapping("/desk/conversations/{id}/replies")
    ResponseEntity<String> reply(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam String text,
            @RequestParam UUID key,
            @RequestParam(required = false) @Nullable UUID replyTo,
            @RequestParam(required = false) @Nullable UUID seen,
            @RequestParam MultiValueMap<String, String> form) {
        var conversation = new ConversationId(id);
        if (guard.crosses(me, conversation, seen == null ? null : new MessageId(seen))) {
            return TextResponse.of(412, frame.text("desk.guard.wrote"));
        }
        var draft =
                new Draft(
                        text,
                        key.toString(),
                        channelMessageId(id, replyTo),
                        replyButtons(form),
                        files(form));
        var answer = replies.write(writer(me), conversation, draft);
        if (answer instanceof Answer.Written) {
            drafts.sent(
                    new DraftKey(me.userId(), conversation, DraftMode.REPLY),
                    DraftsController.revisions(form, "draft"));
        }
        return refusals.of(frame, me, conversation, answer)
                .map(refused -> TextResponse.of(refused.status(), refused.words()))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/desk/messages/{id}/resend")
    ResponseEntity<Void> resend(SignedIn me, @PathVariable UUID id) {
        messageResend.sendAgain(new MessageId(id), writer(me));
        return ResponseEntity.noContent().build();
    }

    /// {@return the channel's id of the message to answer; null for no message, and empty, which no
    /// message has, for one that is not in this conversation}
    private @Nullable String channelMessageId(UUID conversation, @Nullable UUID message) {
        return message == null
                ? null
                : messages.byId(new MessageId(message))
                        .filter(found -> found.conversation().value().equals(conversation))
                        .map(Message::channelMessageId)
                        .orElse("");
    }

    private static List<ReplyButton> replyButtons(MultiValueMap<String, String> form) {
        return form.getOrDefault("replyButton", List.of()).stream()
                .map(String::strip)
                .map(title -> new ReplyButton(title, title))
                .toList();
    }

    private static List<UUID> files(MultiValueMap<String, String> form) {
        return form.getOrDefault("file", List.of()).stream().map(RepliesController::file).toList();
    }

    /// {@return the file's id; one that no file has when this is not a UUID}
    private static UUID file(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            return NO_FILE;
        }
    }

    private static Writer writer(SignedIn me) {
        return Writer.atDesk(me);
    }
}
