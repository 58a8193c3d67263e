package dev.parley.simulator.control;

import dev.parley.simulator.world.Attachment;
import dev.parley.simulator.world.Choice;
import dev.parley.simulator.world.ConversationView;
import dev.parley.simulator.world.Message;
import dev.parley.simulator.world.Origin;
import dev.parley.simulator.world.Routing;
import dev.parley.simulator.world.ThreadNote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Threads as shown on the person's phone.
final class ThreadViews {
    private ThreadViews() {}

    record Summary(
            String page,
            String person,
            String psid,
            @Nullable MessageView lastMessage,
            long unread,
            long updated,
            @Nullable Long windowClosesAt) {
        static Summary of(ConversationView thread) {
            return new Summary(
                    thread.page().id(),
                    thread.person().id(),
                    thread.psid(),
                    thread.lastMessage()
                            .map(message -> MessageView.of(thread, message))
                            .orElse(null),
                    thread.unread(),
                    thread.watermarks().last(),
                    closing(thread));
        }
    }

    record Detail(
            String page,
            String person,
            String psid,
            boolean typing,
            @Nullable Long typingUntil,
            boolean blocked,
            @Nullable Long windowClosesAt,
            List<MessageView> messages,
            List<ThreadNote> notes,
            @Nullable Holder holder) {
        static Detail of(ConversationView thread, Optional<Routing.Owner> owner) {
            return new Detail(
                    thread.page().id(),
                    thread.person().id(),
                    thread.psid(),
                    thread.typingUntil() != null,
                    millis(thread.typingUntil()),
                    thread.blocked(),
                    closing(thread),
                    thread.messages().stream()
                            .map(message -> MessageView.of(thread, message))
                            .toList(),
                    thread.notes(),
                    owner.map(Holder::of).orElse(null));
        }
    }

    /// The app that controls the thread, and until when.
    record Holder(String app, long until) {
        static Holder of(Routing.Owner owner) {
            return new Holder(owner.appId(), owner.until().toEpochMilli());
        }
    }

    record MessageView(
            String mid,
            String from,
            String author,
            @Nullable String persona,
            @Nullable String text,
            List<AttachmentView> attachments,
            List<Choice> quickReplies,
            @Nullable Choice quickReply,
            @Nullable Choice postback,
            @Nullable String replyTo,
            Map<String, String> reactions,
            int edited,
            List<String> earlier,
            boolean unsent,
            long timestamp,
            String state) {
        static MessageView of(ConversationView thread, Message message) {
            var content = message.content();
            return new MessageView(
                    message.mid(),
                    message.byPerson() ? "person" : "page",
                    writer(message.origin()),
                    message.origin() instanceof Origin.Desk desk ? desk.persona() : null,
                    content.text(),
                    content.attachments().stream().map(AttachmentView::of).toList(),
                    content.quickReplies(),
                    content.quickReply(),
                    content.postback(),
                    content.replyTo(),
                    message.reactions(),
                    message.edits(),
                    message.earlier(),
                    message.unsent(),
                    message.timestamp(),
                    thread.state(message));
        }
    }

    record AttachmentView(
            String type, @Nullable String url, @Nullable String name, Map<String, Object> payload) {
        static AttachmentView of(Attachment attachment) {
            return new AttachmentView(
                    attachment.type(), attachment.url(), attachment.name(), attachment.payload());
        }
    }

    private static String writer(Origin origin) {
        return switch (origin) {
            case Origin.Customer _ -> "person";
            case Origin.Desk _ -> "app";
            case Origin.MetaInbox _ -> "inbox";
        };
    }

    private static @Nullable Long closing(ConversationView thread) {
        return thread.opened() == null
                ? null
                : millis(thread.opened().plus(ConversationView.WINDOW));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
