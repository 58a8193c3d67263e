package dev.parley.messenger.account;

import java.time.Instant;

/// The previous app secret, with which Meta may still sign for a while.
public record PreviousSecret(Secret secret, Instant until) {}
