package dev.parley.identity.web;

import dev.parley.platform.web.Problems;

/// The sign-in page.
///
/// @param name the name typed before
/// @param problems of the form as a whole, so that nobody learns which field is wrong
/// @param notice a message; empty for none
public record SignInView(String name, Problems problems, String notice) {}
