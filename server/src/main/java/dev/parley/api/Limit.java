package dev.parley.api;

import org.jspecify.annotations.Nullable;

/// The maximum number of items of a page.
record Limit(int value) {
    static final int USUAL = 50;
    static final int MOST = 200;

    static Limit parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Limit(USUAL);
        }
        if (!text.matches("[0-9]{1,3}")) {
            throw outside();
        }
        var value = Integer.parseInt(text);
        if (value < 1 || value > MOST) {
            throw outside();
        }
        return new Limit(value);
    }

    private static RuntimeException outside() {
        return Problem.badParameter("limit", "limit must be a whole number from 1 to " + MOST);
    }
}
