package dev.parley.messenger.account;

import java.time.Instant;

/// The app secret before the present one, with which Meta may sign for a while yet.
public record PreviousSecret(Secret secret, Instant until) {}
