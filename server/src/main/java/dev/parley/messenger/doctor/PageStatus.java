package dev.parley.messenger.doctor;

import dev.parley.messenger.graph.PageMeasurement.Token;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The status of a page, as it was last measured.
///
/// @param page Meta's id of the page
/// @param state as it was measured; `asked` shows that it is being checked again
/// @param since since when it has this state
/// @param checkRequested whether a user waits for a new verdict
/// @param checkedAt null before the first check
/// @param token what Meta returned about its token; null if it returned nothing
/// @param fields the fields that the page sends us events for
public record PageStatus(
        String page,
        ProvisioningState state,
        Instant since,
        boolean checkRequested,
        @Nullable Instant checkedAt,
        @Nullable Token token,
        List<String> fields) {
    public PageStatus {
        fields = List.copyOf(fields);
    }

    /// {@return the state to show to users}
    public ProvisioningState shown() {
        return checkRequested ? ProvisioningState.CHECKING : state;
    }

    static PageStatus never(String page, Instant now) {
        return new PageStatus(
                page, ProvisioningState.NOT_STARTED, now, false, null, null, List.of());
    }
}
