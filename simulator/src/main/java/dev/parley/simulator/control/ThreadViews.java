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

/// Threads as the person's phone shows them.
final class ThreadViews {
    private ThreadViews() {}

    record Line(
            String page,
            String person,
            String psid,
            @Nullable Shown lastMessage,
            long unread,
            long updated,
            @Nullable Long windowClosesAt) {
        static Line of(ConversationView talk) {
            return new Line(
                    talk.page().id(),
                    talk.person().id(),
                    talk.psid(),
                    talk.lastMessage().map(message -> Shown.of(talk, message)).orElse(null),
                    talk.unread(),
                    talk.watermarks().last(),
                    closing(talk));
        }
    }

    record Whole(
            String page,
            String person,
            String psid,
            boolean typing,
            @Nullable Long typingUntil,
            boolean blocked,
            @Nullable Long windowClosesAt,
            List<Shown> messages,
            List<ThreadNote> notes,
            @Nullable Holder holder) {
        static Whole of(ConversationView talk, Optional<Routing.Owner> owner) {
            return new Whole(
                    talk.page().id(),
                    talk.person().id(),
                    talk.psid(),
                    talk.typingUntil() != null,
                    millis(talk.typingUntil()),
                    talk.blocked(),
                    closing(talk),
                    talk.messages().stream().map(message -> Shown.of(talk, message)).toList(),
                    talk.notes(),
                    owner.map(Holder::of).orElse(null));
        }
    }

    /// The app that alone may answer, and how long.
    record Holder(String app, long until) {
        static Holder of(Routing.Owner owner) {
            return new Holder(owner.appId(), owner.until().toEpochMilli());
        }
    }

    record Shown(
            String mid,
            String from,
            String author,
            @Nullable String persona,
            @Nullable String text,
            List<Enclosed> attachments,
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
        static Shown of(ConversationView talk, Message message) {
            var content = message.content();
            return new Shown(
                    message.mid(),
                    message.byPerson() ? "person" : "page",
                    writer(message.origin()),
                    message.origin() instanceof Origin.Desk desk ? desk.persona() : null,
                    content.text(),
                    content.attachments().stream().map(Enclosed::of).toList(),
                    content.quickReplies(),
                    content.quickReply(),
                    content.postback(),
                    content.replyTo(),
                    message.reactions(),
                    message.edits(),
                    message.earlier(),
                    message.unsent(),
                    message.timestamp(),
                    talk.state(message));
        }
    }

    record Enclosed(
            String type, @Nullable String url, @Nullable String name, Map<String, Object> payload) {
        static Enclosed of(Attachment attachment) {
            return new Enclosed(
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

    private static @Nullable Long closing(ConversationView talk) {
        return talk.opened() == null ? null : millis(talk.opened().plus(ConversationView.WINDOW));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
