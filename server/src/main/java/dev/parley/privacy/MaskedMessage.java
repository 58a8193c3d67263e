package dev.parley.privacy;

import dev.parley.channel.Attachment;
import dev.parley.channel.Content;
import dev.parley.channel.ReplyButton;
import dev.parley.conversation.Message;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A message with all its texts masked, also the earlier ones. Links, files and what a button
/// returns to programs stay as they are.
final class MaskedMessage {
    private MaskedMessage() {}

    static Message of(Message message, UnaryOperator<String> mask) {
        var content = message.content();
        return message.showing(
                content == null ? null : content(content, mask),
                message.edits().stream()
                        .map(edit ->
                                new Message.Earlier(
                                        mask.apply(edit.text()), edit.until(), edit.number()))
                        .toList());
    }

    private static Content content(Content content, UnaryOperator<String> mask) {
        return switch (content) {
            case Content.Text(var text) -> new Content.Text(mask.apply(text));
            case Content.Question(var text, var buttons) ->
                    new Content.Question(
                            mask.apply(text),
                            buttons.stream().map(one -> button(one, mask)).toList());
            case Content.PressedReplyButton(var text, var payload) ->
                    new Content.PressedReplyButton(mask.apply(text), mask.apply(payload));
            case Content.PressedButton(var text, var payload) ->
                    new Content.PressedButton(mask.apply(text), mask.apply(payload));
            case Content.Files(var text, var files) ->
                    new Content.Files(
                            masked(text, mask),
                            files.stream().map(one -> attachment(one, mask)).toList());
            case Content.Location(var text, var latitude, var longitude) ->
                    new Content.Location(masked(text, mask), latitude, longitude);
            case Content.Cards(var text, var cards) ->
                    new Content.Cards(
                            masked(text, mask),
                            cards.stream().map(one -> card(one, mask)).toList());
            case Content.Act(var what, var text, var details) ->
                    new Content.Act(
                            what,
                            masked(text, mask),
                            details.stream().map(one -> detail(one, mask)).toList());
            case Content.Unsupported(var text, var name) ->
                    new Content.Unsupported(masked(text, mask), name);
            case Content.Sticker _,
                    Content.Reaction _,
                    Content.Edit _,
                    Content.Unsend _,
                    Content.Handover _ ->
                    content;
        };
    }

    private static ReplyButton button(ReplyButton button, UnaryOperator<String> mask) {
        return new ReplyButton(mask.apply(button.title()), button.payload());
    }

    private static Attachment attachment(Attachment file, UnaryOperator<String> mask) {
        return new Attachment(file.type(), file.url(), masked(file.title(), mask));
    }

    private static Content.Card card(Content.Card card, UnaryOperator<String> mask) {
        return new Content.Card(
                masked(card.title(), mask),
                masked(card.subtitle(), mask),
                card.picture(),
                card.link(),
                card.buttons().stream()
                        .map(one -> new Content.Button(mask.apply(one.title()), one.link()))
                        .toList());
    }

    private static Content.Detail detail(Content.Detail detail, UnaryOperator<String> mask) {
        return new Content.Detail(
                detail.name(), masked(detail.label(), mask), mask.apply(detail.value()));
    }

    private static @Nullable String masked(@Nullable String text, UnaryOperator<String> mask) {
        return text == null ? null : mask.apply(text);
    }
}
