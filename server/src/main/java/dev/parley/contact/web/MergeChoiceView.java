package dev.parley.contact.web;

import dev.parley.contact.Contact;
import java.util.List;
import java.util.UUID;

/// With which contact one can be merged.
///
/// @param name the displayed name of the one that stays
/// @param search what was searched for; empty for nothing
/// @param suggestions which may be the same
/// @param found what was found; empty without a search
public record MergeChoiceView(
        Contact contact,
        String name,
        String search,
        List<Candidate> suggestions,
        List<Candidate> found) {
    public MergeChoiceView {
        suggestions = List.copyOf(suggestions);
        found = List.copyOf(found);
    }

    /// A contact.
    ///
    /// @param detail what tells it apart from others of the same name; empty for nothing
    /// @param reason why it may be the same, in words; empty for no reason
    public record Candidate(UUID id, String name, String detail, String reason) {}
}
