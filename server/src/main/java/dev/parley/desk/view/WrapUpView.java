package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;

/// The disposition codes that the agent can choose in wrap-up.
///
/// @param options empty when there is nothing to choose
/// @param required whether the conversation cannot be closed without one
public record WrapUpView(UUID conversationId, List<Option> options, boolean required) {
    /// The keys of the options, in their order.
    private static final String KEYS = "1234567890-=";

    public WrapUpView {
        options = List.copyOf(options);
    }

    /// {@return whether the agent has chosen one}
    public boolean isChosen() {
        return options.stream().anyMatch(Option::chosen);
    }

    /// {@return the key of this option}
    public static String key(int place) {
        return KEYS.substring(place, place + 1);
    }

    /// A disposition code.
    public record Option(UUID id, String name, boolean chosen) {}
}
