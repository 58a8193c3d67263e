package dev.parley.privacy;

/// The settings of a masking rule.
///
/// @param name empty for a built-in rule
/// @param expression in the syntax of RE2; empty for a built-in rule
/// @param customer whether it masks what customers write
/// @param agent whether it masks what the company's side writes
/// @param active whether it masks at all
public record MaskingDraft(
        String name, String expression, boolean customer, boolean agent, boolean active) {
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_EXPRESSION = 200;

    /// {@return whether it masks texts of this direction}
    public boolean covers(MaskingDirection direction) {
        return active && (direction == MaskingDirection.CUSTOMER ? customer : agent);
    }
}
