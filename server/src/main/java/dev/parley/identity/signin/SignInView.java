package dev.parley.identity.signin;

/// The sign-in page.
///
/// @param name the name typed before
/// @param problem a message; empty for none
public record SignInView(String name, String problem, String notice) {}
