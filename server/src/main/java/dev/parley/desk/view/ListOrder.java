package dev.parley.desk.view;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The order of the list.
public enum ListOrder {
    /// Last message first.
    NEWEST,
    /// Last message last.
    OLDEST,
    /// The customer who waits longest for a reply first.
    WAITING,
    /// The reply window that closes soonest first.
    WINDOW;

    /// {@return the order with this name; the newest first when it is missing or unknown}
    public static ListOrder of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equalsIgnoreCase(word))
                .findFirst()
                .orElse(NEWEST);
    }

    /// {@return its name in a URL, a text key or a class name}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
