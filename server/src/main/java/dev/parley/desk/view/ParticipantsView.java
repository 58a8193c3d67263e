package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;

/// The colleagues who are in a conversation besides its agent, and those who were asked.
///
/// @param about why the viewer is in it, as a sentence; empty if they are not
/// @param people the others
public record ParticipantsView(UUID conversationId, String about, List<Person> people) {
    public ParticipantsView {
        people = List.copyOf(people);
    }

    public boolean isShown() {
        return !about.isEmpty() || !people.isEmpty();
    }

    /// A colleague, with what the viewer can do about them.
    ///
    /// @param status why they are in it, or that they have not answered, in words
    /// @param mayWithdraw that they are asked
    /// @param mayTransferTo the conversation, which is the viewer's
    /// @param mayAdd them to the conversation
    /// @param mayRemove them, or end the consult
    /// @param removal what that is called
    public record Person(
            UUID user,
            String name,
            String status,
            boolean mayWithdraw,
            boolean mayTransferTo,
            boolean mayAdd,
            boolean mayRemove,
            String removal) {}
}
