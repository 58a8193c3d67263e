package dev.parley.identity;

import org.jspecify.annotations.Nullable;

/// Where an attempt to sign in comes from.
///
/// @param address the client's address
/// @param device the id that the browser was given when somebody signed in with it before; null if
///   it has none
public record SignInOrigin(String address, @Nullable String device) {}
