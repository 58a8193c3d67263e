package dev.parley.workstream;

/// The features that an administrator can enable for an endpoint. All are disabled by default.
///
/// @param extendedWindow whether agents may write in the time that the channel adds for people
/// @param customerFiles whether files from customers are accepted
/// @param agentFiles whether agents may send files
public record InstanceFeatures(boolean extendedWindow, boolean customerFiles, boolean agentFiles) {
    public static final InstanceFeatures OFF = new InstanceFeatures(false, false, false);
}
