package dev.parley.desk;

import dev.parley.attachment.Attachments;
import dev.parley.channel.Attachment;
import dev.parley.channel.Content;
import dev.parley.channel.ReplyButton;
import dev.parley.conversation.Mentions;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageId;
import dev.parley.desk.view.AttachmentView;
import dev.parley.desk.view.ContentView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.NoteRun.MentionName;
import dev.parley.identity.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The display of a message's content in a timeline.
@Component
class ContentTexts {
    private final Attachments attachments;
    private final Mentions mentions;

    ContentTexts(Attachments attachments, Mentions mentions) {
        this.attachments = attachments;
        this.mentions = mentions;
    }

    /// {@return a look-up of the stored files of these messages}
    Files files(DeskTexts w, List<Message> said) {
        var ids = said.stream().filter(ContentTexts::hasFiles).map(Message::id).toList();
        var stored = attachments.of(ids);
        return (message, position) ->
                stored.getOrDefault(message.id(), List.of()).stream()
                        .filter(file -> file.position() == position)
                        .findFirst()
                        .map(file -> FileViews.of(w, file, message.isInbound()));
    }

    /// {@return the names of those who are mentioned in the internal notes among these}
    Map<MessageId, List<MentionName>> mentions(SignedIn me, List<Message> said) {
        var notes =
                said.stream()
                        .filter(one -> one.kind() == Message.Kind.INTERNAL_NOTE)
                        .filter(one -> one.text() != null)
                        .map(Message::id)
                        .toList();
        return mentions.in(notes).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, note -> names(me, note.getValue())));
    }

    private static List<MentionName> names(SignedIn me, List<Mentions.Mention> some) {
        return some.stream()
                .map(one -> new MentionName(one.name(), one.user().equals(me.userId())))
                .toList();
    }

    private static boolean hasFiles(Message message) {
        return message.content() instanceof Content.Files
                || message.content() instanceof Content.Sticker;
    }

    static ContentView of(DeskTexts w, Message message, Files files) {
        if (message.erasedAt() != null) {
            return new ContentView.Erased();
        }
        return switch (message.content()) {
            case null -> new ContentView.Text("");
            case Content.Text(var text) -> new ContentView.Text(text);
            case Content.Question(var text, var replyButtons) ->
                    new ContentView.Question(
                            text, replyButtons.stream().map(ReplyButton::title).toList());
            case Content.PressedReplyButton(var text, var payload) ->
                    new ContentView.PressedReplyButton(text.isEmpty() ? payload : text);
            case Content.PressedButton(var text, var payload) ->
                    new ContentView.Pressed(text.isEmpty() ? payload : text);
            case Content.Files some ->
                    new ContentView.Text(words(some), views(w, message, some, files));
            case Content.Sticker(_, var emoji) ->
                    sticker(files.view(message, 0).orElse(null), emoji);
            case Content.Location place -> new ContentView.Text("", List.of(map(w, place)));
            case Content.Cards(var text, var cards) -> ActivityTexts.cards(text, cards);
            case Content.Act act -> ActivityTexts.of(w, act);
            case Content.Reaction _, Content.Edit _, Content.Handover _ -> new ContentView.Text("");
            case Content.Unsend _ -> new ContentView.Erased();
            case Content.Unsupported(var text, var name) ->
                    new ContentView.Unsupported(name, text, message.isInbound());
        };
    }

    /// Shows Parley's own copy of the sticker's image, as soon as one exists.
    private static ContentView sticker(@Nullable AttachmentView copy, @Nullable String emoji) {
        var url = copy instanceof AttachmentView.Image image ? image.url() : null;
        return new ContentView.Sticker(url, emoji);
    }

    private static String words(Content.Files files) {
        return files.text() == null ? "" : files.text();
    }

    private static List<AttachmentView> views(
            DeskTexts w, Message message, Content.Files said, Files files) {
        var views = new ArrayList<AttachmentView>();
        for (var position = 0; position < said.attachments().size(); position++) {
            var attachment = said.attachments().get(position);
            views.add(files.view(message, position).orElseGet(() -> otherwise(w, attachment)));
        }
        return views;
    }

    /// The view of an attachment without a stored file: it is still to be fetched, or will never
    /// be.
    private static AttachmentView otherwise(DeskTexts w, Attachment attachment) {
        return attachment.isFetched()
                ? new AttachmentView.Fetching(type(w, attachment.type()))
                : link(w, attachment);
    }

    private static AttachmentView link(DeskTexts w, Attachment attachment) {
        var kind = type(w, attachment.type());
        var title = attachment.title() == null ? kind : attachment.title();
        var url = attachment.url();
        if (url == null) {
            return new AttachmentView.Refused(w.text("attachment.empty", title));
        }
        return attachment.type() == Attachment.Type.PLACE
                ? new AttachmentView.Location(title, MapLinks.address(url))
                : new AttachmentView.Link(attachment.title() == null ? null : kind, title, url);
    }

    /// {@return the word for an attachment of this type}
    static String type(DeskTexts w, Attachment.Type type) {
        return w.text("attachment." + type.name().toLowerCase(Locale.ROOT));
    }

    private static AttachmentView map(DeskTexts w, Content.Location place) {
        var title = place.text() == null ? w.text("attachment.place") : place.text();
        return new AttachmentView.Location(
                title, MapLinks.address(place.latitude(), place.longitude()));
    }

    /// Finds the view of one file of a message.
    interface Files {
        Optional<AttachmentView> view(Message message, int position);
    }
}
