package dev.parley.identity.web;

import dev.parley.platform.web.Problems;

/// The form to choose a new password.
///
/// @param forced whether the old one was a one-time password
public record PasswordView(boolean forced, Problems problems) {}
