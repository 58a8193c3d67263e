package dev.parley.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.platform.web.PageFrame;
import java.util.Optional;
import java.util.function.Function;

/// Names copies: *Copy of X*, *Copy of X (2)* and so on.
final class CopyNames {
    private static final int MOST = 1000;

    private CopyNames() {}

    /// {@return the copy with the first free name}
    ///
    /// @param make creates the copy with this name; empty if the name is taken
    static <T> T create(PageFrame frame, String original, Function<String, Optional<T>> make) {
        for (var number = 1; number <= MOST; number++) {
            var made = make.apply(name(frame, original, number));
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new IllegalStateException("There are " + MOST + " copies of " + original);
    }

    /// {@return a name for this copy, shortened if needed}
    static String name(PageFrame frame, String original, int number) {
        var rest = number == 1 ? "" : " (%d)".formatted(number);
        var full = frame.text("admin.copyOf", original) + rest;
        var excess = full.length() - FormCheck.NAME;
        return excess <= 0
                ? full
                : frame.text("admin.copyOf", original.substring(0, original.length() - excess))
                        + rest;
    }
}
