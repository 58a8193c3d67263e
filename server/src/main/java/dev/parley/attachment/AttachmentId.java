package dev.parley.attachment;

import java.util.UUID;

public record AttachmentId(UUID value) {}
