package dev.parley.desk.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message consists of.
public sealed interface ContentView {
    /// Words, files, or both. The words may be empty.
    record Words(String text, List<AttachmentView> attachments) implements ContentView {
        public Words {
            attachments = List.copyOf(attachments);
        }

        public Words(String text) {
            this(text, List.of());
        }
    }

    /// Words with answers to choose from.
    record Question(String text, List<String> choices) implements ContentView {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    /// A little picture of the channel's own.
    ///
    /// @param url null where the channel gave none
    /// @param emoji what stands for it in words, where one does
    record Sticker(@Nullable String url, @Nullable String emoji) implements ContentView {}

    /// Cards, as programs send them. Their buttons show what the other side was offered; only links
    /// lead somewhere.
    ///
    /// @param text may be empty
    record Cards(String text, List<Card> cards) implements ContentView {
        public Cards {
            cards = List.copyOf(cards);
        }
    }

    /// One card.
    record Card(
            @Nullable String title,
            @Nullable String subtitle,
            @Nullable String picture,
            @Nullable String link,
            List<Fact> buttons) {
        public Card {
            buttons = List.copyOf(buttons);
        }
    }

    /// Something that the customer did besides writing.
    ///
    /// @param label what it was, in a few words
    /// @param title what it is called; null where it has no name
    record Act(String label, @Nullable String title, List<Fact> facts) implements ContentView {
        public Act {
            facts = List.copyOf(facts);
        }
    }

    /// One thing that is known.
    ///
    /// @param label empty where the value says it all
    /// @param link where it leads; null where it leads nowhere
    record Fact(String label, String value, @Nullable String link) {}

    /// A quick reply that the customer chose.
    record Choice(String label) implements ContentView {}

    /// A button of a template or menu that the customer pressed.
    record Pressed(String label) implements ContentView {}

    /// Unsent by its author; nothing of it is left.
    record Erased() implements ContentView {}

    /// Something that the channel gives no content for, or that Parley does not know yet.
    ///
    /// @param kind the channel's own name for it
    /// @param text what words came with it, if any
    /// @param inbound whether the customer sent it
    record Unsupported(String kind, @Nullable String text, boolean inbound)
            implements ContentView {}
}
