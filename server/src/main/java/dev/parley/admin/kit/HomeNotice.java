package dev.parley.admin.kit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A notice on the first page of the administration that administrators should know or fix.
///
/// @param kind the kind of notice, for tests and styles
/// @param tone `positive`, `negative` if something does not work, `warning` if it will soon fail
/// @param title empty if the lines are sufficient
/// @param since null if it has no start time
/// @param lines sentences
/// @param quote the original message of the other side; empty for none
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

    /// The action that the notice offers.
    public sealed interface Action {
        /// Opens the screen where it is fixed.
        record Open(String words, String address) implements Action {}

        /// Sends a form without fields to this address.
        record Send(String words, String address) implements Action {}
    }
}
