package dev.parley.conversation;

import java.util.UUID;

public record MessageId(UUID value) {}
