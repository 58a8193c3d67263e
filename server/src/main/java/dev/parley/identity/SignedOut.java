package dev.parley.identity;

/// Published after a user signed out in one of their browsers.
public record SignedOut(UserId id) {}
