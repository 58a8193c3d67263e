package dev.parley.desk.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of a message.
public sealed interface ContentView {
    /// Text, files, or both. The text may be empty.
    record Text(String text, List<AttachmentView> attachments) implements ContentView {
        public Text {
            attachments = List.copyOf(attachments);
        }

        public Text(String text) {
            this(text, List.of());
        }
    }

    /// A text with reply buttons.
    record Question(String text, List<String> replyButtons) implements ContentView {
        public Question {
            replyButtons = List.copyOf(replyButtons);
        }
    }

    /// A sticker of the channel.
    ///
    /// @param url null when the channel gave none
    /// @param emoji the emoji that represents it in text; null when there is none
    record Sticker(@Nullable String url, @Nullable String emoji) implements ContentView {}

    /// Cards, as programs send them. Their buttons show what the customer was offered; only links
    /// can be followed.
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
    /// @param title its name; null when it has none
    record Act(String label, @Nullable String title, List<Fact> facts) implements ContentView {
        public Act {
            facts = List.copyOf(facts);
        }
    }

    /// One detail.
    ///
    /// @param label empty when the value needs none
    /// @param link the URL that it opens; null for none
    record Fact(String label, String value, @Nullable String link) {}

    /// A reply button that the customer pressed.
    record PressedReplyButton(String label) implements ContentView {}

    /// A button of a template or menu that the customer pressed.
    record Pressed(String label) implements ContentView {}

    /// Unsent by its author, without content.
    record Erased() implements ContentView {}

    /// Something for which the channel gives no content, or that Parley does not support yet.
    ///
    /// @param kind the channel's own name for it
    /// @param text its text; null when it has none
    /// @param inbound whether the customer sent it
    record Unsupported(String kind, @Nullable String text, boolean inbound)
            implements ContentView {}
}
