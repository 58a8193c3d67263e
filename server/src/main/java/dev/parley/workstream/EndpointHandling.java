package dev.parley.workstream;

import java.time.Duration;

/// How the conversations of one endpoint are currently handled: the settings of its instance, or an
/// instance's defaults when the endpoint is not set up.
///
/// @param settings the settings of the endpoint
public record EndpointHandling(InstanceSettings settings, Workstream workstream) {
    /// {@return whether agents may write in the time that the channel adds for people}
    public boolean extendedWindow() {
        return settings.features().extendedWindow();
    }

    /// {@return whether files from customers are accepted}
    public boolean customerFiles() {
        return settings.features().customerFiles();
    }

    /// {@return whether agents may send files}
    public boolean agentFiles() {
        return settings.features().agentFiles();
    }

    /// {@return after what time a waiting conversation closes automatically}
    public Duration closeWaitingAfter() {
        return workstream.distribution().closeWaitingAfter();
    }
}
