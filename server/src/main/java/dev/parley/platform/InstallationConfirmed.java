package dev.parley.platform;

/// Somebody said that this installation is the live one: it was moved, or put back from a backup.
public record InstallationConfirmed() {}
