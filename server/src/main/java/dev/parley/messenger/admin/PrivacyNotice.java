package dev.parley.messenger.admin;

/// The privacy notice that an administrator reads before an account is made.
final class PrivacyNotice {
    /// Grows whenever the words change, in whichever language, so that it stays known what somebody
    /// had read.
    static final String TEXT = "2026-11";

    private PrivacyNotice() {}
}
