package dev.parley.messenger.doctor;

import java.time.Instant;
import java.util.List;

/// A change of a page's state.
///
/// @param causes what was wrong then, as stable codes; also `resubscribed`, if Meta had stopped
///   sending and the page was subscribed again
public record StateChange(Instant at, ProvisioningState state, List<String> causes) {
    public StateChange {
        causes = List.copyOf(causes);
    }
}
