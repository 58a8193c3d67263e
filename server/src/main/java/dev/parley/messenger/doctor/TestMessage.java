package dev.parley.messenger.doctor;

import java.time.Instant;

/// A test in which an administrator writes to a page from Messenger, to see whether the message
/// arrives.
public record TestMessage(String page, Instant startedAt) {}
