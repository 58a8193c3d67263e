package dev.parley.messenger.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The steps of the wizard *Set up Facebook*, in their order.
enum SetUpFacebookStep {
    PAGE,
    LANGUAGE,
    BEHAVIORS,
    FEATURES,
    SUMMARY;

    private static final List<SetUpFacebookStep> ORDER = List.of(values());

    /// {@return the step with this name; the first if there is none}
    static SetUpFacebookStep named(String word) {
        return Arrays.stream(values())
                .filter(step -> step.key().equals(word))
                .findFirst()
                .orElse(PAGE);
    }

    /// {@return its name in URLs and text keys}
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    SetUpFacebookStep next() {
        return ORDER.get(Math.min(ORDER.indexOf(this) + 1, ORDER.size() - 1));
    }

    SetUpFacebookStep before() {
        return ORDER.get(Math.max(ORDER.indexOf(this) - 1, 0));
    }
}
