package dev.parley.workstream;

/// What an administrator switches on for an endpoint. Everything is off until then (reference F35,
/// F36).
///
/// @param extendedWindow whether agents may write from 24 hours to 7 days after the customer's last
///   act
/// @param customerFiles whether files from customers are taken
/// @param agentFiles whether agents may send files
public record InstanceFeatures(boolean extendedWindow, boolean customerFiles, boolean agentFiles) {
    public static final InstanceFeatures OFF = new InstanceFeatures(false, false, false);
}
