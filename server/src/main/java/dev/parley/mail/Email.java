package dev.parley.mail;

import java.util.UUID;

/// One letter to all recipients.
///
/// @param attempts how often it was tried, this time included
record Email(UUID id, String subject, String text, int attempts) {}
