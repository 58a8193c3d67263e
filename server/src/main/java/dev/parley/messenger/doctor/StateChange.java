package dev.parley.messenger.doctor;

import java.time.Instant;
import java.util.List;

/// How a page came to stand.
///
/// @param causes what was wrong then, as stable codes; also `resubscribed`, when Meta had stopped
///   sending and was asked again
public record StateChange(Instant at, ProvisioningState state, List<String> causes) {
    public StateChange {
        causes = List.copyOf(causes);
    }
}
