package dev.parley.simulator.fault;

/// The state of an app at Meta and on a page.
///
/// @param value the subcode of a token's error, a percentage, days or minutes
public record Condition(Kind kind, int value) implements Effect {
    /// In which respect.
    public enum Kind {
        /// Names and pictures of people are not to be had.
        NO_PROFILE_ACCESS,
        /// Meta let the app use the HUMAN_AGENT tag, which it does not at the start.
        HUMAN_AGENT_APPROVED,
        /// The app is not live: only people on its team can send and receive messages.
        DEVELOPMENT_MODE,
        /// Calls without an `appsecret_proof` are refused.
        PROOF_REQUIRED,
        /// The token is no longer valid.
        TOKEN_INVALID,
        /// The page's owner took back `pages_messaging`.
        PERMISSION_MISSING,
        /// The usage headers show this percentage.
        USAGE,
        /// The token ends in so many days.
        TOKEN_ENDS,
        /// Access to data must be allowed once more within so many days.
        DATA_ACCESS_ENDS,
        /// The page's owner took back `pages_manage_metadata`.
        METADATA_MISSING,
        /// The page's owner took back `pages_read_engagement`.
        HISTORY_MISSING,
        /// The app has another secret than the one that it shows.
        SECRET_RESET,
        /// Meta switched the app's webhooks off.
        WEBHOOKS_OFF,
        /// Callback URLs are verified with another token than the one that was given.
        VERIFY_TOKEN_WRONG,
        /// Meta's clock is so many minutes ahead.
        CLOCK_AHEAD,
        /// No call is answered.
        UNREACHABLE
    }
}
