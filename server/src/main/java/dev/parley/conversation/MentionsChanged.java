package dev.parley.conversation;

import dev.parley.identity.UserId;

/// Published when a user was mentioned, or has read a mention.
public record MentionsChanged(UserId user) {}
