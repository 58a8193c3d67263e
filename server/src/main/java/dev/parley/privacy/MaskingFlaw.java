package dev.parley.privacy;

/// Why a masking rule cannot be saved.
public sealed interface MaskingFlaw {
    record NoName() implements MaskingFlaw {}

    record NameTooLong() implements MaskingFlaw {}

    /// Another rule has this name.
    record NameTaken() implements MaskingFlaw {}

    record NoExpression() implements MaskingFlaw {}

    record ExpressionTooLong() implements MaskingFlaw {}

    /// It is not a regular expression.
    ///
    /// @param cause in English, from the library
    record ExpressionInvalid(String cause) implements MaskingFlaw {}

    /// Its repetitions make it too large.
    record ExpressionTooLarge() implements MaskingFlaw {}

    /// It masks neither what customers nor what agents write.
    record NoDirection() implements MaskingFlaw {}

    /// There are already as many rules as possible.
    record TooManyRules() implements MaskingFlaw {}
}
