package dev.parley.identity.signin;

/// The sign-in page.
///
/// @param name as typed before
/// @param problem in words; empty for none
public record SignInView(String name, String problem, String notice) {}
