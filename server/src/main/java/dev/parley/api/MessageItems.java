package dev.parley.api;

import dev.parley.api.MessageItem.AttachmentItem;
import dev.parley.api.MessageItem.LocationItem;
import dev.parley.api.MessageItem.ReplyButtonItem;
import dev.parley.attachment.Attachments;
import dev.parley.attachment.StoredAttachment;
import dev.parley.channel.Attachment;
import dev.parley.channel.Content;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Converts messages to the API's format.
@Component
class MessageItems {
    private final Attachments attachments;
    private final ShownTexts texts;

    MessageItems(Attachments attachments, ShownTexts texts) {
        this.attachments = attachments;
        this.texts = texts;
    }

    List<MessageItem> of(List<Message> stored) {
        var messages = texts.of(stored);
        var files = files(messages);
        return messages.stream()
                .map(message -> item(message, files.getOrDefault(message.id(), List.of()), null))
                .toList();
    }

    /// {@return the first of these messages, which one text was split into, with the ids of all}
    MessageItem sentItem(List<Message> stored) {
        var parts = texts.of(stored);
        var ids = parts.stream().map(part -> part.id().value()).toList();
        var first = parts.getFirst();
        return item(first, files(parts).getOrDefault(first.id(), List.of()), ids);
    }

    private Map<MessageId, List<StoredAttachment>> files(List<Message> messages) {
        return attachments.of(
                messages.stream()
                        .filter(message -> message.content() instanceof Content.Files)
                        .map(Message::id)
                        .toList());
    }

    private static MessageItem item(
            Message message, List<StoredAttachment> files, @Nullable List<UUID> parts) {
        var note = message.note();
        var edits = message.edits();
        return new MessageItem(
                message.id().value(),
                message.channelMessageId(),
                direction(message),
                EnumNames.of(message.author()),
                ContentItems.party(message.by()),
                EnumNames.of(message.kind()),
                textOrNull(message),
                attachments(message.content(), files),
                message.sentAt(),
                isSentOrReceived(message) ? EnumNames.of(message.status()) : null,
                message.cause(),
                message.replyTo(),
                reaction(message),
                edits.isEmpty() ? null : edits.getLast().text(),
                message.erasedAt(),
                ContentItems.payload(message.content()),
                message.content() instanceof Content.Sticker(_, var emoji) ? emoji : null,
                note == null ? null : nameOf(note),
                location(message.content()),
                replyButtons(message.content()),
                ContentItems.cards(message.content()),
                ContentItems.act(message.content()),
                ContentItems.details(message.content()),
                ContentItems.handover(message.content()),
                parts);
    }

    /// Programs are told that a conversation was assigned, whether it was offered or taken.
    private static String nameOf(Note note) {
        return EnumNames.of(
                note == Note.TAKEN || note == Note.ASSIGNED_AUTOMATICALLY ? Note.ASSIGNED : note);
    }

    private static @Nullable String direction(Message message) {
        if (!isSentOrReceived(message)) {
            return null;
        }
        return message.isInbound() ? "inbound" : "outbound";
    }

    private static boolean isSentOrReceived(Message message) {
        return message.note() == null && message.kind() != Kind.INTERNAL_NOTE;
    }

    /// The text of a reply button may be empty.
    private static @Nullable String textOrNull(Message message) {
        var text = message.text();
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable String reaction(Message message) {
        return message.content() instanceof Content.Reaction(var emoji)
                ? emoji
                : message.reaction();
    }

    private static List<AttachmentItem> attachments(
            @Nullable Content content, List<StoredAttachment> files) {
        return switch (content) {
            case Content.Files(_, var parts) -> attachments(parts, files);
            case Content.Sticker(var url, _) when url != null ->
                    List.of(shown("sticker", url, null));
            case null, default -> List.of();
        };
    }

    private static List<AttachmentItem> attachments(
            List<Attachment> parts, List<StoredAttachment> files) {
        var items = new ArrayList<AttachmentItem>();
        for (var position = 0; position < parts.size(); position++) {
            var place = position;
            var part = parts.get(position);
            items.add(
                    files.stream()
                            .filter(file -> file.position() == place)
                            .findAny()
                            .map(MessageItems::attachment)
                            .orElseGet(() ->
                                    shown(EnumNames.of(part.type()), part.url(), part.title())));
        }
        return items;
    }

    static AttachmentItem attachment(StoredAttachment file) {
        var stored = file.state() == StoredAttachment.State.STORED;
        return new AttachmentItem(
                file.id().value(),
                EnumNames.of(file.declaredType()),
                stored ? "/api/v1/attachments/" + file.id().value() : null,
                file.name(),
                stored ? file.size() : null,
                file.contentType(),
                EnumNames.of(file.state()),
                file.cause());
    }

    private static AttachmentItem shown(String type, @Nullable String url, @Nullable String name) {
        return new AttachmentItem(null, type, url, name, null, null, null, null);
    }

    private static List<ReplyButtonItem> replyButtons(@Nullable Content content) {
        return content instanceof Content.Question(_, var buttons)
                ? buttons.stream().map(ReplyButtonItem::of).toList()
                : List.of();
    }

    private static @Nullable LocationItem location(@Nullable Content content) {
        return content instanceof Content.Location(_, var latitude, var longitude)
                ? new LocationItem(latitude, longitude)
                : null;
    }
}
