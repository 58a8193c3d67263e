package dev.parley.api;

import dev.parley.conversation.Conversation.State;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names of constants in the API: `WRAP_UP` is `wrapUp`.
final class EnumNames {
    private EnumNames() {}

    static String of(Enum<?> constant) {
        var words = constant.name().split("_", -1);
        var rest = Arrays.stream(words).skip(1).map(EnumNames::capitalised);
        return words[0].toLowerCase(Locale.ROOT) + rest.collect(Collectors.joining());
    }

    /// {@return the state with this name; null for none}
    static @Nullable State state(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(State.values())
                .filter(state -> of(state).equals(text))
                .findAny()
                .orElseThrow(() ->
                        Problem.badParameter(
                                "state",
                                "state must be one of "
                                        + Arrays.stream(State.values())
                                                .map(EnumNames::of)
                                                .collect(Collectors.joining(", "))));
    }

    private static String capitalised(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
