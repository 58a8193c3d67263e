package dev.parley.messenger.account;

import java.time.Instant;

/// An administrator's confirmation of having read that customers' messages leave the organisation's
/// own boundary.
///
/// @param text the version of the wording
/// @param language the tag of the language in which it was read
public record PrivacyConsent(String text, String language, Instant at) {}
