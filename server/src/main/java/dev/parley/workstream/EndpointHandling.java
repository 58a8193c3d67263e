package dev.parley.workstream;

import java.time.Duration;

/// How the conversations of one endpoint are handled just now: what its instance says, or an
/// instance's defaults where nobody has set the endpoint up.
///
/// @param settings what an administrator chose for the endpoint
public record EndpointHandling(InstanceSettings settings, Workstream workstream) {
    /// {@return whether agents may write in the time that the channel adds for people}
    public boolean extendedWindow() {
        return settings.features().extendedWindow();
    }

    /// {@return whether files from customers are taken}
    public boolean customerFiles() {
        return settings.features().customerFiles();
    }

    /// {@return whether agents may send files}
    public boolean agentFiles() {
        return settings.features().agentFiles();
    }

    /// {@return when a waiting conversation closes by itself}
    public Duration closeWaitingAfter() {
        return workstream.distribution().closeWaitingAfter();
    }
}
