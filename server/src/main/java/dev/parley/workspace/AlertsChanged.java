package dev.parley.workspace;

import dev.parley.identity.UserId;

/// Published after a user changed how they are alerted.
public record AlertsChanged(UserId user) {}
