package dev.parley.privacy;

/// The result of publishing a monitoring notice.
public sealed interface MonitoringChange {
    record Done() implements MonitoringChange {}

    /// Only one of the two texts is filled in.
    record OneLanguageMissing() implements MonitoringChange {}

    record TooLong() implements MonitoringChange {}

    /// Somebody else published one meanwhile.
    record Conflict(MonitoringNotice now) implements MonitoringChange {}
}
