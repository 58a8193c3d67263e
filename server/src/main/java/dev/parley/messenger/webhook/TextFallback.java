package dev.parley.messenger.webhook;

import org.jspecify.annotations.Nullable;

/// Chooses among texts that may be missing.
final class TextFallback {
    private TextFallback() {}

    /// {@return the first of these that is not blank; null if all are}
    static @Nullable String firstNonBlank(@Nullable String... candidates) {
        for (var candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        return null;
    }

    static String firstOf(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /// {@return an amount of money; null if there is none}
    static @Nullable String amount(@Nullable String number, @Nullable String currency) {
        return number == null || currency == null ? number : number + " " + currency;
    }

    /// {@return those of these that are not blank, in one line; null if all are}
    static @Nullable String joined(@Nullable String... parts) {
        var line = new StringBuilder();
        for (var part : parts) {
            if (part != null && !part.isBlank()) {
                line.append(line.isEmpty() ? "" : " · ").append(part);
            }
        }
        return line.isEmpty() ? null : line.toString();
    }
}
