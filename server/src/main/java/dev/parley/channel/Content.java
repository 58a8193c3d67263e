package dev.parley.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message says.
public sealed interface Content {
    /// The words that can be shown in one line; null where there are none.
    @Nullable String text();

    record Text(String text) implements Content {}

    /// Words with answers to choose from.
    record Question(String text, List<Choice> choices) implements Content {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    /// One of the answers that a message offered, taken.
    record QuickReply(String text, String payload) implements Content {}

    /// A button pressed.
    record Postback(String text, String payload) implements Content {}

    /// Files, with or without words.
    record Files(@Nullable String text, List<Attachment> attachments) implements Content {
        public Files {
            attachments = List.copyOf(attachments);
        }
    }

    /// A little picture of the channel's own.
    ///
    /// @param url the picture of it, when the channel gives one
    record Sticker(@Nullable String url) implements Content {
        @Override
        public @Nullable String text() {
            return null;
        }
    }

    record Location(@Nullable String text, double latitude, double longitude) implements Content {}

    /// Something that Parley does not read yet, by the channel's own name for it.
    record Unsupported(@Nullable String text, String name) implements Content {}
}
