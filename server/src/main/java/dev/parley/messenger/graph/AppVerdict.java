package dev.parley.messenger.graph;

/// Whether an application ID and an application secret belong together.
public sealed interface AppVerdict {
    record Good() implements AppVerdict {}

    /// Meta knows no app by this ID.
    record NoSuchApp(String detail) implements AppVerdict {}

    /// There is such an app, but its secret is another one.
    record OtherSecret(String detail) implements AppVerdict {}

    /// Meta did not say.
    ///
    /// @param slow whether it was reached, but did not answer in time
    record CannotTell(boolean slow, String detail) implements AppVerdict {}
}
