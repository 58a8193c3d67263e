package dev.parley.desk;

import dev.parley.channel.ChannelRules.Resend;
import dev.parley.conversation.Message;
import dev.parley.conversation.Messages.Place;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.ConversationState;
import dev.parley.desk.view.DeskTexts;
import dev.parley.transcript.TranscriptEntry;
import dev.parley.transcript.TranscriptHead;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the transcript of a conversation: what its timeline shows, with the same texts masked and
/// erased, a part at a time.
@Component
class TranscriptReader {
    private static final int PART = 500;

    /// A transcript has at most 5,000 messages, from the oldest on.
    private static final int PARTS = 10;

    private final ShownMessages messages;
    private final TimelineEntries timeline;

    TranscriptReader(ShownMessages messages, TimelineEntries timeline) {
        this.messages = messages;
        this.timeline = timeline;
    }

    /// @param w in the language of the transcript
    TranscriptHead head(DeskTexts w, Opened opened) {
        var t = w.texts();
        var details = opened.conversation().details();
        var number = "#" + details.number();
        var state = ConversationState.of(opened.conversation().state());
        return new TranscriptHead(
                t.text("transcript.heading", CustomerNames.name(w, opened), number),
                List.of(
                        t.text("transcript.endpoint", opened.endpoint().name()),
                        t.text("transcript.opened", t.dateTime(details.openedAt())),
                        t.text("transcript.state", w.text("state." + state.word())),
                        t.text(
                                "transcript.made",
                                opened.me().name(),
                                t.dateTime(w.now()),
                                t.zone().getId())),
                Locale.forLanguageTag(t.tag()),
                page -> t.text("transcript.page", number, t.number(page)),
                t.text("transcript.cut"));
    }

    /// {@return the entries, the oldest first, each part read when it is needed; the last one says
    /// so if there are more}
    Stream<TranscriptEntry> entries(DeskTexts w, Opened opened, boolean notes) {
        var lines = new TranscriptLines(w, notes);
        return Stream.iterate(
                        part(opened, 1, null),
                        part -> !part.messages.isEmpty(),
                        part -> part(opened, part.number + 1, part.messages.getLast()))
                .limit(PARTS + 1)
                .flatMap(part -> entries(w, opened, part, lines));
    }

    private Stream<TranscriptEntry> entries(
            DeskTexts w, Opened opened, Part part, TranscriptLines lines) {
        if (part.number > PARTS) {
            return Stream.of(new TranscriptEntry(w.texts().text("transcript.cut"), ""));
        }
        var nothing = new Resending(false, opened.window(), null, _ -> Resend.NEVER);
        return timeline.of(w, opened, nothing, part.messages).stream()
                .flatMap(entry -> lines.of(entry).stream());
    }

    private Part part(Opened opened, int number, @Nullable Message last) {
        var place = last == null ? null : new Place(last.sentAt(), last.id().value());
        return new Part(number, messages.after(opened.conversation().id(), place, PART));
    }

    /// @param number the first is 1
    private record Part(int number, List<Message> messages) {}
}
