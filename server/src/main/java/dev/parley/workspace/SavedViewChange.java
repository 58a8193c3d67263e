package dev.parley.workspace;

/// The result of a change of the saved views.
public sealed interface SavedViewChange {
    /// It was changed, and is now this.
    record Done(SavedView view) implements SavedViewChange {}

    /// Its name is empty, too long, or has several lines.
    record BadName() implements SavedViewChange {}

    /// Another one of the same user, or another shared one, has this name.
    record NameTaken() implements SavedViewChange {}

    /// There are [SavedView#MOST] already.
    record Full() implements SavedViewChange {}

    /// Somebody else changed it since, and it is now this.
    record Conflict(SavedView current) implements SavedViewChange {}

    /// It was deleted, or this user may not change it.
    record Gone() implements SavedViewChange {}
}
