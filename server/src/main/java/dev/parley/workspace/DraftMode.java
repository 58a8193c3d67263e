package dev.parley.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// For whom a draft is written. Each conversation has one draft of each mode.
public enum DraftMode {
    /// For the customer.
    REPLY,
    /// For colleagues.
    NOTE;

    /// {@return its name in a URL}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the mode with this name in a URL}
    public static Optional<DraftMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
