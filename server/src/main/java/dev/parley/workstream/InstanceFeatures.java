package dev.parley.workstream;

/// What an administrator switches on for an endpoint. Everything is off until then.
///
/// @param extendedWindow whether agents may write in the time that the channel adds for people
/// @param customerFiles whether files from customers are taken
/// @param agentFiles whether agents may send files
public record InstanceFeatures(boolean extendedWindow, boolean customerFiles, boolean agentFiles) {
    public static final InstanceFeatures OFF = new InstanceFeatures(false, false, false);
}
