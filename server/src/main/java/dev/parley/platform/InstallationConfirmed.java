package dev.parley.platform;

/// Published when this installation was confirmed as the live one: it was moved, or restored from a
/// backup.
public record InstallationConfirmed() {}
