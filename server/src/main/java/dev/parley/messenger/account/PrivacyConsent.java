package dev.parley.messenger.account;

import java.time.Instant;

/// An administrator has read that what customers write leaves the organisation's own boundary.
///
/// @param text which wording it was
/// @param language the tag of the language that they read it in
public record PrivacyConsent(String text, String language, Instant at) {}
