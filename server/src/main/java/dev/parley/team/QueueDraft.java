package dev.parley.team;

import dev.parley.identity.UserId;
import java.util.Set;

/// The fields of a queue that an administrator edits.
///
/// @param name of 1 to 100 characters; unique, ignoring case
/// @param priority from 1 to 9999; a smaller one is served first
public record QueueDraft(String name, int priority, AssignmentMethod method, Set<UserId> members) {
    public static final int HIGHEST_PRIORITY = 1;
    public static final int LOWEST_PRIORITY = 9999;
    public static final int USUAL_PRIORITY = 100;

    public QueueDraft {
        members = Set.copyOf(members);
    }
}
