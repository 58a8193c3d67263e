package dev.parley.api;

import org.jspecify.annotations.Nullable;

/// The maximum number of items of a page.
record Limit(int value) {
    static final int DEFAULT = 50;
    static final int MAX = 200;

    static Limit parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Limit(DEFAULT);
        }
        if (!text.matches("[0-9]{1,3}")) {
            throw outside();
        }
        var value = Integer.parseInt(text);
        if (value < 1 || value > MAX) {
            throw outside();
        }
        return new Limit(value);
    }

    private static RuntimeException outside() {
        return Problem.badParameter("limit", "limit must be a whole number from 1 to " + MAX);
    }
}
