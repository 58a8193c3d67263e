package dev.parley.channel;

import dev.parley.channel.ThreadControl.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message says, or what an act tells.
public sealed interface Content {
    /// The words that can be shown in one line; null where there are none.
    default @Nullable String text() {
        return null;
    }

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
    /// @param emoji what stands for it in words, where one does
    record Sticker(@Nullable String url, @Nullable String emoji) implements Content {}

    record Location(@Nullable String text, double latitude, double longitude) implements Content {}

    /// What programs send in place of plain words: cards with titles, pictures and buttons.
    record Cards(@Nullable String text, List<Card> cards) implements Content {
        public Cards {
            cards = List.copyOf(cards);
        }
    }

    /// Something that the customer did besides writing.
    ///
    /// @param text what it is called, such as the title of an advert
    record Act(What what, @Nullable String text, List<Detail> details) implements Content {
        public Act {
            details = List.copyOf(details);
        }
    }

    /// A reaction to the message that this one is about.
    ///
    /// @param emoji null when a reaction was taken back
    record Reaction(@Nullable String emoji) implements Content {}

    /// The message that this one is about was changed.
    record Edit() implements Content {}

    /// The message that this one is about was taken back.
    record Unsend() implements Content {}

    /// The thread went from one to another, or is to go.
    ///
    /// @param from who held it; null where the channel does not say
    /// @param to who holds it now, or wishes to; null where the channel does not say
    record Handover(Move move, @Nullable Party from, @Nullable Party to) implements Content {}

    /// Something that Parley does not read yet, by the channel's own name for it.
    record Unsupported(@Nullable String text, String name) implements Content {}

    /// One card. Whatever it links to was chosen by whoever sent it.
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
    /// @param link null for one that writes to us instead of leading somewhere
    record Button(String title, @Nullable String link) {}

    /// One thing that is known about an act.
    ///
    /// @param label in the customer's language, where the name alone does not say it: a question
    record Detail(Name name, @Nullable String label, String value) {
        /// What it is. Times are in ISO 8601.
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
        CAME_BY_AD,
        CAME_BY_LINK,
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

    /// How a thread changes hands.
    enum Move {
        PASSED,
        TAKEN,
        REQUESTED,
        RELEASED,
        /// Nobody said so, but another app answers.
        HELD
    }
}
