package dev.parley.messenger.admin.view;

import dev.parley.messenger.doctor.ProvisioningState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a page stands and what was found. Asks for itself again while it is being looked at.
///
/// @param address of the page's screen
/// @param since when it came to stand so
/// @param checkedAt null before the first look
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

    public boolean isLooking() {
        return state == ProvisioningState.CHECKING;
    }

    /// {@return whether it may change any moment, so that an open screen asks again}
    public boolean isAwaited() {
        return isAwaited(state);
    }

    public static boolean isAwaited(ProvisioningState state) {
        return switch (state) {
            case NOT_STARTED, CHECKING, NEEDS_ATTENTION -> true;
            case RUNNING, STOPPED -> false;
        };
    }

    /// {@return what tells one look from another}
    public String seen() {
        return "%s-%d".formatted(state.word(), checkedAt == null ? 0 : checkedAt.toEpochMilli());
    }

    /// One thing that was looked at.
    ///
    /// @param cause as a stable code
    /// @param tone `positive`, `warning`, `negative`, or empty
    /// @param mend how it is mended; empty where there is nothing to mend
    /// @param detail in Meta's own words; empty for none
    /// @param remedy what the button or the link beside it does
    public record Line(
            String name,
            String cause,
            String verdict,
            String tone,
            String found,
            String mend,
            String detail,
            Remedy remedy) {}

    /// What can be done from here.
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

    /// How it stood once.
    ///
    /// @param causes in words
    public record Past(Instant at, String state, String tone, List<String> causes) {
        public Past {
            causes = List.copyOf(causes);
        }
    }
}
