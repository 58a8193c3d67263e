package dev.parley.privacy;

/// What a masking rule looks for.
public enum MaskedKind {
    /// A payment card number whose check digit is right.
    CARD,
    /// An e-mail address.
    EMAIL,
    /// A Taiwanese national ID or resident certificate number whose check digit is right.
    NATIONAL_ID,
    /// The regular expression of an administrator.
    EXPRESSION;

    /// {@return whether the rule comes with Parley: it can be switched off, but not deleted}
    public boolean isBuiltIn() {
        return this != EXPRESSION;
    }
}
