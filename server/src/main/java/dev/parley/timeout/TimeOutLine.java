package dev.parley.timeout;

import dev.parley.channel.Content;
import dev.parley.conversation.TimeOutMoves.Delivery;
import dev.parley.platform.language.Keys;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the timeline says about a rule that ran.
///
/// @param delivery what became of its message to the customer; null if it has none
public record TimeOutLine(
        SilentParty silent, Duration after, TimeOutAction action, @Nullable Delivery delivery) {
    private static final String NOTHING = "none";

    Content.Text content() {
        return new Content.Text(
                String.join(
                        " ",
                        Keys.word(silent.name()),
                        after.toString(),
                        Keys.word(action.name()),
                        delivery == null ? NOTHING : Keys.word(delivery.name())));
    }

    /// {@return the line that was stored as this text; empty if it is none}
    public static Optional<TimeOutLine> read(String text) {
        var words = text.split(" ", -1);
        if (words.length != 4) {
            return Optional.empty();
        }
        return one(words[0], SilentParty.values())
                .flatMap(silent ->
                        one(words[2], TimeOutAction.values())
                                .flatMap(action ->
                                        duration(words[1])
                                                .map(after ->
                                                        new TimeOutLine(
                                                                silent,
                                                                after,
                                                                action,
                                                                one(words[3], Delivery.values())
                                                                        .orElse(null)))));
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> one(String word, E[] all) {
        return Stream.of(all).filter(one -> Keys.word(one.name()).equals(word)).findFirst();
    }
}
