package dev.parley.admin.kit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something on the first page of the administration that somebody should know or fix.
///
/// @param kind what sort of notice it is, for tests and styles
/// @param tone `positive`, `negative` for what does not work, `warning` for what will not for long
/// @param title empty where the lines say all
/// @param since null where it has no beginning
/// @param lines sentences
/// @param quote in the words of the other side; empty for none
public record HomeNotice(
        String kind,
        String tone,
        String title,
        @Nullable Instant since,
        List<String> lines,
        String quote,
        Action action) {
    public HomeNotice {
        lines = List.copyOf(lines);
    }

    /// What can be done about it.
    public sealed interface Action {
        /// Leads to the screen where it is fixed.
        record Open(String words, String address) implements Action {}

        /// Sends a form without fields to this address.
        record Send(String words, String address) implements Action {}
    }
}
