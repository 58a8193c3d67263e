package dev.parley.channel;

import dev.parley.channel.ConversationControl.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of a message or of a customer's action.
public sealed interface Content {
    /// The text that can be shown in one line; null where there is none.
    default @Nullable String text() {
        return null;
    }

    record Text(String text) implements Content {}

    /// A text with reply buttons.
    record Question(String text, List<ReplyButton> replyButtons) implements Content {
        public Question {
            replyButtons = List.copyOf(replyButtons);
        }
    }

    /// A reply button of a message that the customer pressed.
    record PressedReplyButton(String text, String payload) implements Content {}

    /// Any other button that the customer pressed.
    record PressedButton(String text, String payload) implements Content {}

    /// Files, with or without text.
    record Files(@Nullable String text, List<Attachment> attachments) implements Content {
        public Files {
            attachments = List.copyOf(attachments);
        }
    }

    /// A sticker of the channel.
    ///
    /// @param url its image; null when the channel gives none
    /// @param emoji the emoji that represents it in text; null when there is none
    record Sticker(@Nullable String url, @Nullable String emoji) implements Content {}

    record Location(@Nullable String text, double latitude, double longitude) implements Content {}

    /// What programs send instead of plain text: cards with titles, pictures and buttons.
    record Cards(@Nullable String text, List<Card> cards) implements Content {
        public Cards {
            cards = List.copyOf(cards);
        }
    }

    /// Something that the customer did besides writing.
    ///
    /// @param text its name, such as the title of an ad
    record Act(What what, @Nullable String text, List<Detail> details) implements Content {
        public Act {
            details = List.copyOf(details);
        }
    }

    /// A reaction to the message that this one is about.
    ///
    /// @param emoji null when a reaction was removed
    record Reaction(@Nullable String emoji) implements Content {}

    /// The message that this one is about was edited.
    record Edit() implements Content {}

    /// The message that this one is about was unsent.
    record Unsend() implements Content {}

    /// Control of the conversation was passed on, or requested.
    ///
    /// @param from who controlled it; null when the channel does not report it
    /// @param to who controls it now, or requests it; null when the channel does not report it
    record Handover(Move move, @Nullable Party from, @Nullable Party to) implements Content {}

    /// Content that Parley does not support yet, with the channel's own name for it.
    record Unsupported(@Nullable String text, String name) implements Content {}

    /// One card. Its links were chosen by its sender.
    record Card(
            @Nullable String title,
            @Nullable String subtitle,
            @Nullable String picture,
            @Nullable String link,
            List<Button> buttons) {
        public Card {
            buttons = List.copyOf(buttons);
        }
    }

    /// A button of a card.
    ///
    /// @param link null for a button that sends a message to the company instead of opening a link
    record Button(String title, @Nullable String link) {}

    /// One detail of an action.
    ///
    /// @param label in the customer's language, where the name is not enough, such as a question
    record Detail(Name name, @Nullable String label, String value) {
        /// The meaning of the value. Times are in ISO 8601.
        public enum Name {
            REF,
            AD,
            POST,
            PRODUCT,
            PICTURE,
            VIDEO,
            SITE,
            ANSWER,
            SATISFACTION,
            RECOMMENDATION,
            EFFORT,
            SCORE,
            COMMENT,
            ITEM,
            TOTAL,
            NOTE,
            STATUS,
            STARTS,
            ENDS,
            CODE,
            FREQUENCY,
            PAYLOAD
        }
    }

    /// What customers do besides writing.
    enum What {
        CAME_FROM_AD,
        CAME_FROM_LINK,
        CAME_FROM_WEBSITE,
        CAME_FROM_SHOP,
        CAME_FROM_ELSEWHERE,
        ANSWERED_FORM,
        LEFT_FORM,
        OPTED_IN,
        OPTED_OUT,
        GAVE_FEEDBACK,
        LIKED_ANSWER,
        DISLIKED_ANSWER,
        ORDERED,
        BOOKED,
        REVEALED_COUPON,
        SENT_FORM,
        LINKED_ACCOUNT,
        UNLINKED_ACCOUNT,
        PLAYED,
        PAID,
        CHECKED_OUT,
        USED_CAMERA
    }

    /// How control of a conversation changes.
    enum Move {
        PASSED,
        TAKEN,
        REQUESTED,
        RELEASED,
        /// The channel did not report it, but another app answers.
        HELD
    }
}
