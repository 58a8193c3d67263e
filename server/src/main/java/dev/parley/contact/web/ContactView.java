package dev.parley.contact.web;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.contact.Contact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The page of a contact or a company.
///
/// @param name the displayed name
/// @param fields those that the company added
/// @param people who work for the company; empty for a person
/// @param duplicates which may be the same
/// @param merged the last merge into it, if it can be undone; null for none
/// @param mayDelete whether this user may delete it
/// @param notice what was done; empty for nothing
/// @param warning what was not done; empty for nothing
public record ContactView(
        Contact contact,
        String name,
        List<FieldFact> fields,
        List<Person> people,
        List<Profile> profiles,
        List<Talk> conversations,
        ChangeInfo made,
        List<MergeChoiceView.Candidate> duplicates,
        @Nullable MergedLine merged,
        boolean mayDelete,
        String notice,
        String warning) {
    public ContactView {
        fields = List.copyOf(fields);
        people = List.copyOf(people);
        profiles = List.copyOf(profiles);
        conversations = List.copyOf(conversations);
        duplicates = List.copyOf(duplicates);
    }

    /// A merge.
    ///
    /// @param other the contact that was merged
    /// @param name the displayed name of the contact that was merged
    /// @param by the name of the user
    /// @param until when it can be undone
    /// @param changed the names of the fields that undoing it leaves as they are; empty for none
    public record MergedLine(
            UUID other, String name, String by, Instant at, Instant until, String changed) {}

    /// Someone who works for the company.
    public record Person(UUID id, String name) {}

    /// A linked social profile.
    ///
    /// @param name null if this user may not read any of its conversations
    public record Profile(UUID customerId, @Nullable String name, String endpointName) {}

    /// A conversation that this user may read.
    ///
    /// @param state its name in a text key
    public record Talk(UUID id, long number, String endpointName, String state, Instant openedAt) {}
}
