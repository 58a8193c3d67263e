package dev.parley.workspace;

import dev.parley.identity.UserId;

/// Published after a user opened or closed a tab.
public record TabsChanged(UserId user) {}
