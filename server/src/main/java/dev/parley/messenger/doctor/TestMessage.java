package dev.parley.messenger.doctor;

import java.time.Instant;

/// An administrator writes to a page from Messenger, to see whether it arrives.
public record TestMessage(String page, Instant startedAt) {}
