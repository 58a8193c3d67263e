package dev.parley.tag;

/// The result of creating or changing a tag.
public sealed interface TagChange {
    record Done(Tag tag) implements TagChange {}

    /// The name is blank or too long.
    record NotValid() implements TagChange {}

    /// Another tag has this name; nothing was saved.
    record NameTaken(Tag other) implements TagChange {}

    /// There are [Tags#MOST] tags already.
    record TooMany() implements TagChange {}

    /// It was changed in the meantime; nothing was saved.
    ///
    /// @param now its current state
    record Conflict(Tag now) implements TagChange {}

    /// There is no such tag.
    record Gone() implements TagChange {}
}
