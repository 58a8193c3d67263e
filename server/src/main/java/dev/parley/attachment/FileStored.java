package dev.parley.attachment;

/// Published in the transaction in which a customer's file was stored, whose name is known now.
public record FileStored(AttachmentId id) {}
