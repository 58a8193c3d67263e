package dev.parley.mail;

import java.util.UUID;

/// An e-mail to all recipients.
///
/// @param attempts the number of attempts, including this one
record Email(UUID id, String subject, String text, int attempts) {}
