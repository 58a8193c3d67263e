package dev.parley.simulator.fault;

/// How an app stands with Meta and with a page.
///
/// @param value the subcode of a token's error, or a percentage
public record Condition(Kind kind, int value) implements Effect {
    /// In which respect.
    public enum Kind {
        /// Names and pictures of people are not to be had.
        NO_PROFILE_ACCESS,
        /// Meta let the app use the HUMAN_AGENT tag, which it does not at the start.
        HUMAN_AGENT_APPROVED,
        /// The app is not live: nobody who is not on its team can be written to or heard of.
        DEVELOPMENT_MODE,
        /// Calls without an `appsecret_proof` are refused.
        PROOF_REQUIRED,
        /// The token no longer holds.
        TOKEN_INVALID,
        /// The page's owner took back `pages_messaging`.
        PERMISSION_MISSING,
        /// The usage headers say this percentage.
        USAGE
    }
}
