package dev.parley.conversation;

import dev.parley.identity.UserId;

/// Published when an agent took a conversation over from another, and when that agent has seen it.
public record TakenOver(UserId formerAgent) {}
