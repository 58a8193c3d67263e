package dev.parley.desk.view;

import dev.parley.desk.view.NoteRun.MentionName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of a timeline.
public sealed interface EntryView {
    UUID id();

    Instant at();

    /// A message.
    ///
    /// @param answerable whether a reply can quote it
    /// @param reactable whether the agent can react to it
    /// @param key the key with which the page sent it, so that it replaces the page's placeholder
    /// @param recovered whether it was not delivered, but retrieved afterwards
    /// @param earlierTexts its texts before it was edited, oldest first
    record Bubble(
            UUID id,
            Instant at,
            Author author,
            ContentView content,
            @Nullable QuoteView quote,
            List<ReactionView> reactions,
            List<String> earlierTexts,
            MarkView mark,
            boolean answerable,
            boolean reactable,
            @Nullable String key,
            boolean recovered)
            implements EntryView {
        public Bubble {
            reactions = List.copyOf(reactions);
            earlierTexts = List.copyOf(earlierTexts);
        }

        public boolean edited() {
            return !earlierTexts.isEmpty();
        }
    }

    /// A note for colleagues.
    ///
    /// @param text null when it was erased
    /// @param key the key with which the page sent it, so that it replaces the page's placeholder
    /// @param mentions the names of mentioned colleagues, as they are in the text
    record InternalNote(
            UUID id,
            Instant at,
            String authorName,
            @Nullable String text,
            @Nullable String key,
            List<MentionName> mentions)
            implements EntryView {
        public InternalNote {
            mentions = List.copyOf(mentions);
        }
    }

    /// What happened to the conversation, in a few words: assigned, moved to waiting, an ad, a
    /// handover.
    record SystemLine(UUID id, Instant at, String text) implements EntryView {}
}
