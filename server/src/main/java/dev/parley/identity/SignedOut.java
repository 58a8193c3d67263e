package dev.parley.identity;

/// Told after somebody signed out in one of their browsers.
public record SignedOut(UserId id) {}
