package dev.parley.contact.web;

import dev.parley.contact.ContactInput;

/// What somebody typed for a contact that was merged into another in the meantime, together with
/// what the other one has, so that saving it loses nothing of either.
final class MergedInput {
    private MergedInput() {}

    static ContactInput of(ContactInput stayed, ContactInput typed) {
        return new ContactInput(
                stayed.kind(),
                typed.name().isBlank() ? stayed.name() : typed.name(),
                typed.company().isBlank() ? stayed.company() : typed.company(),
                united(stayed.emails(), typed.emails(), "\n"),
                united(stayed.phones(), typed.phones(), "\n"),
                united(stayed.tags(), typed.tags(), ", "),
                united(stayed.notes(), typed.notes().strip(), "\n\n"),
                typed.fields());
    }

    private static String united(String stayed, String typed, String between) {
        if (typed.isBlank() || stayed.contains(typed)) {
            return stayed;
        }
        return stayed.isBlank() ? typed : stayed + between + typed;
    }
}
