package dev.parley.desk;

import dev.parley.channel.Content;
import dev.parley.channel.Content.Card;
import dev.parley.channel.Content.Detail;
import dev.parley.desk.view.ContentView;
import dev.parley.desk.view.ContentView.Fact;
import dev.parley.desk.view.DeskTexts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The display of cards, and of what customers do besides writing, in a timeline.
final class ActivityTexts {
    private ActivityTexts() {}

    static ContentView cards(@Nullable String text, List<Card> cards) {
        return new ContentView.Cards(
                text == null ? "" : text, cards.stream().map(ActivityTexts::card).toList());
    }

    private static ContentView.Card card(Card card) {
        return new ContentView.Card(
                card.title(),
                card.subtitle(),
                card.picture(),
                card.link(),
                card.buttons().stream()
                        .map(button -> new Fact("", button.title(), button.link()))
                        .toList());
    }

    static ContentView of(DeskTexts w, Content.Act act) {
        return new ContentView.Act(
                w.text("activity." + word(act.what())),
                act.text(),
                act.details().stream().map(detail -> fact(w, detail)).toList());
    }

    private static Fact fact(DeskTexts w, Detail detail) {
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

    private static String time(DeskTexts w, String value) {
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
