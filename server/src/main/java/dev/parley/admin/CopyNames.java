package dev.parley.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.platform.web.PageFrame;
import java.util.Optional;
import java.util.function.Function;

/// Names copies: *Copy of X*, *Copy of X (2)* and so on.
final class CopyNames {
    private static final int MOST = 1000;

    private CopyNames() {}

    /// {@return what came of the first name that was free}
    ///
    /// @param make makes the copy by this name; empty when the name is taken
    static <T> T make(PageFrame frame, String original, Function<String, Optional<T>> make) {
        for (var number = 1; number <= MOST; number++) {
            var made = make.apply(name(frame, original, number));
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new IllegalStateException("There are " + MOST + " copies of " + original);
    }

    /// {@return a name for this copy that is not too long}
    static String name(PageFrame frame, String original, int number) {
        var rest = number == 1 ? "" : " (%d)".formatted(number);
        var whole = frame.text("admin.copyOf", original) + rest;
        var over = whole.length() - FormCheck.NAME;
        return over <= 0
                ? whole
                : frame.text("admin.copyOf", original.substring(0, original.length() - over))
                        + rest;
    }
}
