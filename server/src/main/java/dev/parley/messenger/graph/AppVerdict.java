package dev.parley.messenger.graph;

/// Whether an application ID and an application secret belong together.
public sealed interface AppVerdict {
    record Good() implements AppVerdict {}

    /// No app with this ID exists at Meta.
    record NoSuchApp(String detail) implements AppVerdict {}

    /// The app exists, but its secret is another one.
    record OtherSecret(String detail) implements AppVerdict {}

    /// Meta gave no usable answer.
    ///
    /// @param slow whether it was reached, but did not answer in time
    record Unknown(boolean slow, String detail) implements AppVerdict {}
}
