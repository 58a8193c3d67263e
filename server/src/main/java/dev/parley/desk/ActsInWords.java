package dev.parley.desk;

import dev.parley.channel.Content;
import dev.parley.channel.Content.Card;
import dev.parley.channel.Content.Detail;
import dev.parley.desk.view.Said;
import dev.parley.desk.view.Said.Fact;
import dev.parley.desk.view.Words;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Cards, and what customers do besides writing, as a thread shows them.
final class ActsInWords {
    private ActsInWords() {}

    static Said cards(@Nullable String text, List<Card> cards) {
        return new Said.Cards(
                text == null ? "" : text, cards.stream().map(ActsInWords::card).toList());
    }

    private static Said.Card card(Card card) {
        return new Said.Card(
                card.title(),
                card.subtitle(),
                card.picture(),
                card.link(),
                card.buttons().stream()
                        .map(button -> new Fact("", button.title(), button.link()))
                        .toList());
    }

    static Said of(Words w, Content.Act act) {
        return new Said.Act(
                w.text("did." + word(act.what())),
                act.text(),
                act.details().stream().map(detail -> fact(w, detail)).toList());
    }

    private static Fact fact(Words w, Detail detail) {
        var label = w.text("detail." + word(detail.name()));
        return switch (detail.name()) {
            case PICTURE, VIDEO -> new Fact("", label, detail.value());
            case SITE -> new Fact(label, detail.value(), link(detail.value()));
            case ITEM, COMMENT -> new Fact("", detail.value(), null);
            case STARTS, ENDS -> new Fact(label, time(w, detail.value()), null);
            case ANSWER ->
                    new Fact(detail.label() == null ? label : detail.label(), detail.value(), null);
            case SATISFACTION -> new Fact(label, w.text("score.of", detail.value(), "5"), null);
            case RECOMMENDATION -> new Fact(label, w.text("score.of", detail.value(), "10"), null);
            case EFFORT -> new Fact(label, w.text("score.of", detail.value(), "7"), null);
            case REF, AD, POST, PRODUCT, SCORE, TOTAL, NOTE, STATUS, CODE, FREQUENCY, PAYLOAD ->
                    new Fact(label, detail.value(), null);
        };
    }

    private static @Nullable String link(String value) {
        return value.startsWith("https://") || value.startsWith("http://") ? value : null;
    }

    private static String time(Words w, String value) {
        try {
            return w.texts().dateTime(Instant.parse(value));
        } catch (DateTimeParseException _) {
            return value;
        }
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
