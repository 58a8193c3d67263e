package dev.parley.simulator.fault;

/// The state of an app at Meta and on a page.
///
/// @param value the subcode of a token's error, a percentage, days or minutes
public record Condition(Kind kind, int value) implements Effect {
    /// What the condition concerns.
    public enum Kind {
        /// Names and pictures of people are not available.
        NO_PROFILE_ACCESS,
        /// Meta approved the HUMAN_AGENT tag for the app, which is not the case at the start.
        HUMAN_AGENT_APPROVED,
        /// The app is not live: only people on its team can send and receive messages.
        DEVELOPMENT_MODE,
        /// Calls without an `appsecret_proof` are refused.
        PROOF_REQUIRED,
        /// The token is no longer valid.
        TOKEN_INVALID,
        /// The page's owner revoked `pages_messaging`.
        PERMISSION_MISSING,
        /// The usage headers show this percentage.
        USAGE,
        /// The token expires in this number of days.
        TOKEN_ENDS,
        /// Data access expires in this number of days unless it is renewed.
        DATA_ACCESS_ENDS,
        /// The page's owner revoked `pages_manage_metadata`.
        METADATA_MISSING,
        /// The page's owner revoked `pages_read_engagement`.
        HISTORY_MISSING,
        /// The app's secret differs from the one that is shown.
        SECRET_RESET,
        /// Meta disabled the app's webhooks.
        WEBHOOKS_OFF,
        /// Callback URLs are verified with a token other than the given one.
        VERIFY_TOKEN_WRONG,
        /// Meta's clock is this number of minutes ahead.
        CLOCK_AHEAD,
        /// No call gets a response.
        UNREACHABLE
    }
}
