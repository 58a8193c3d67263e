package dev.parley.messenger.admin.view;

import dev.parley.messenger.doctor.ProvisioningState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The status of a page and what was found. Reloads itself while the page is being checked.
///
/// @param address of the page's screen
/// @param since since when it has this state
/// @param checkedAt null before the first check
public record ChecksView(
        String address,
        ProvisioningState state,
        Instant since,
        @Nullable Instant checkedAt,
        List<Line> lines,
        List<Past> history) {
    public ChecksView {
        lines = List.copyOf(lines);
        history = List.copyOf(history);
    }

    public boolean isChecking() {
        return state == ProvisioningState.CHECKING;
    }

    /// {@return whether it may change any moment, so that an open screen reloads it}
    public boolean isAwaited() {
        return isAwaited(state);
    }

    public static boolean isAwaited(ProvisioningState state) {
        return switch (state) {
            case NOT_STARTED, CHECKING, NEEDS_ATTENTION -> true;
            case RUNNING, STOPPED -> false;
        };
    }

    /// {@return a value that differs between checks}
    public String seen() {
        return "%s-%d".formatted(state.key(), checkedAt == null ? 0 : checkedAt.toEpochMilli());
    }

    /// The result of one check.
    ///
    /// @param cause as a stable code
    /// @param tone `positive`, `warning`, `negative`, or empty
    /// @param fix how to fix it; empty if there is nothing to fix
    /// @param detail in Meta's own words; empty for none
    /// @param remedy what the button or the link beside it does
    public record Line(
            String name,
            String cause,
            String verdict,
            String tone,
            String found,
            String fix,
            String detail,
            Remedy remedy) {}

    /// The action that the screen offers.
    public enum Remedy {
        NONE,
        SUBSCRIBE,
        TOKEN,
        EXCHANGE,
        SECRET,
        CALLBACK,
        TRAFFIC,
        TEST_MESSAGE
    }

    /// A past state.
    ///
    /// @param causes as text
    public record Past(Instant at, String state, String tone, List<String> causes) {
        public Past {
            causes = List.copyOf(causes);
        }
    }
}
