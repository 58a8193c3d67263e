package dev.parley.messenger.admin;

/// The privacy notice that an administrator reads before an account is created.
final class PrivacyNotice {
    /// The version, raised whenever the wording changes in any language, so that it remains known
    /// what an administrator has read.
    static final String TEXT = "2026-11";

    private PrivacyNotice() {}
}
