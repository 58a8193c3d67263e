package dev.parley.messenger.doctor;

import dev.parley.messenger.graph.PageMeasurement.Token;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a page stands, as it was last measured.
///
/// @param page by Meta's id
/// @param state as it was measured; that it is being looked at again is `asked`
/// @param since since when it stands so
/// @param asked whether somebody waits for a new verdict
/// @param checkedAt null before the first time
/// @param token what Meta told of its token; null where it told nothing
/// @param fields what the page's events are sent to us for
public record PageStatus(
        String page,
        ProvisioningState state,
        Instant since,
        boolean asked,
        @Nullable Instant checkedAt,
        @Nullable Token token,
        List<String> fields) {
    public PageStatus {
        fields = List.copyOf(fields);
    }

    /// {@return the state for people}
    public ProvisioningState shown() {
        return asked ? ProvisioningState.CHECKING : state;
    }

    static PageStatus never(String page, Instant now) {
        return new PageStatus(
                page, ProvisioningState.NOT_STARTED, now, false, null, null, List.of());
    }
}
