package dev.parley.desk.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message consists of.
public sealed interface Said {
    /// Words, files, or both. The words may be empty.
    record Words(String text, List<AttachmentView> attachments) implements Said {
        public Words {
            attachments = List.copyOf(attachments);
        }

        public Words(String text) {
            this(text, List.of());
        }
    }

    /// Words with answers to choose from.
    record Question(String text, List<String> choices) implements Said {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    /// A little picture of Messenger's own.
    ///
    /// @param url null where Messenger gave none
    record Sticker(@Nullable String url) implements Said {}

    /// A quick reply that the customer chose.
    record Choice(String label) implements Said {}

    /// A button of a template or menu that the customer pressed.
    record Pressed(String label) implements Said {}

    /// Unsent by its author; nothing of it is left.
    record Erased() implements Said {}

    /// Something that Messenger gives no content for, or that Parley does not know yet.
    ///
    /// @param kind Messenger's own name for it
    /// @param text what words came with it, if any
    record Unsupported(String kind, @Nullable String text) implements Said {}
}
