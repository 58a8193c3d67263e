package dev.parley.identity.web;

import dev.parley.platform.web.Problems;

/// The user's own account.
///
/// @param language a tag; empty to use the browser's
/// @param saved whether to show that it was saved
public record OwnAccountView(
        String displayName, String language, Problems problems, boolean saved) {}
