package dev.parley.contact;

/// The result of saving or deleting a contact. Every caller has to handle each case.
public sealed interface ContactChange {
    record Done(ContactId id) implements ContactChange {}

    /// Another user changed it in the meantime.
    record Conflict(Contact now) implements ContactChange {}

    /// It was deleted in the meantime.
    record Gone() implements ContactChange {}
}
