package dev.parley.desk;

import dev.parley.desk.view.AttachmentView;
import dev.parley.desk.view.ContentView;
import dev.parley.desk.view.DeliveryMark;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.EntryView;
import dev.parley.transcript.TranscriptEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Converts entries of a timeline to those of a transcript.
///
/// @param notes whether internal notes are included
record TranscriptLines(DeskTexts w, boolean notes) {
    Optional<TranscriptEntry> of(EntryView entry) {
        var at = w.texts().dateTime(entry.at());
        return switch (entry) {
            case EntryView.Bubble bubble ->
                    Optional.of(new TranscriptEntry(heading(at, bubble), words(bubble)));
            case EntryView.InternalNote note ->
                    notes
                            ? Optional.of(
                                    new TranscriptEntry(
                                            joined(at, note.authorName(), text("note")),
                                            note.text() == null ? erased() : note.text()))
                            : Optional.empty();
            case EntryView.SystemLine line ->
                    Optional.of(new TranscriptEntry(joined(at, line.text()), ""));
        };
    }

    private String heading(String at, EntryView.Bubble bubble) {
        var failed = bubble.mark().kind() == DeliveryMark.FAILED;
        return joined(
                at,
                bubble.author().name(),
                bubble.edited() ? text("edited") : "",
                failed ? text("failed") : "");
    }

    private String words(EntryView.Bubble bubble) {
        var lines = new ArrayList<String>();
        var quote = bubble.quote();
        if (quote != null && quote.text() != null) {
            lines.add("> " + quote.text().lines().findFirst().orElse(""));
        }
        lines.addAll(content(bubble.content()));
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private List<String> content(ContentView content) {
        return switch (content) {
            case ContentView.Text(var words, var attachments) ->
                    concat(words, attachments.stream().map(this::attachment));
            case ContentView.Question(var words, var buttons) ->
                    concat(words, buttons.stream().map(TranscriptLines::bracketed));
            case ContentView.PressedReplyButton(var label) -> List.of(bracketed(label));
            case ContentView.Pressed(var label) -> List.of(bracketed(label));
            case ContentView.Sticker(_, var emoji) ->
                    List.of(emoji == null ? bracketed(w.text("preview.sticker")) : emoji);
            case ContentView.Cards(var words, var cards) ->
                    concat(words, cards.stream().flatMap(TranscriptLines::card));
            case ContentView.Act(var label, var title, var facts) ->
                    concat(
                            bracketed(joined(label, orEmpty(title))),
                            facts.stream().map(TranscriptLines::fact));
            case ContentView.Erased() -> List.of(erased());
            case ContentView.Unsupported(var kind, var words, _) ->
                    List.of(bracketed(kind), orEmpty(words));
        };
    }

    private String attachment(AttachmentView attachment) {
        return switch (attachment) {
            case AttachmentView.Image image -> file("image", image.name());
            case AttachmentView.Download download -> file("file", download.name());
            case AttachmentView.Audio audio -> file("audio", audio.name());
            case AttachmentView.Video video -> file("video", video.name());
            case AttachmentView.Fetching fetching -> bracketed(fetching.name());
            case AttachmentView.Refused refused -> bracketed(refused.reason());
            case AttachmentView.Location place ->
                    joined(bracketed(w.text("attachment.place")), orEmpty(place.title()));
            case AttachmentView.Link link -> joined(orEmpty(link.title()), link.url());
        };
    }

    private String file(String kind, String name) {
        return bracketed(joined(w.text("attachment." + kind), name));
    }

    private String erased() {
        return bracketed(w.text("preview.unsend"));
    }

    private static Stream<String> card(ContentView.Card card) {
        return Stream.of(card.title(), card.subtitle())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    private static String fact(ContentView.Fact fact) {
        return fact.label().isEmpty() ? fact.value() : fact.label() + ": " + fact.value();
    }

    private static List<String> concat(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    private static String bracketed(String text) {
        return "[" + text + "]";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String text(String key) {
        return w.texts().text("transcript." + key);
    }
}
