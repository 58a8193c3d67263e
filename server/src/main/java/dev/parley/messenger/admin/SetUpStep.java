package dev.parley.messenger.admin;

import java.util.Arrays;
import java.util.Locale;

/// The steps of the wizard *Set up Facebook*, in their order.
enum SetUpStep {
    PAGE,
    LANGUAGE,
    BEHAVIORS,
    FEATURES,
    SUMMARY;

    /// {@return the step of this word; the first where there is none such}
    static SetUpStep named(String word) {
        return Arrays.stream(values())
                .filter(step -> step.word().equals(word))
                .findFirst()
                .orElse(PAGE);
    }

    /// {@return the step in addresses and text keys}
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    SetUpStep next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    SetUpStep before() {
        return values()[Math.max(ordinal() - 1, 0)];
    }
}
