package dev.parley.admin.view;

import dev.parley.identity.UserId;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.Queue;
import dev.parley.team.QueueDraft;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The form of a queue, as typed.
///
/// @param revision of the queue when the form was opened; 0 for a new one
public record QueueForm(
        String name, String priority, AssignmentMethod method, Set<UUID> members, int revision) {
    public static final QueueForm EMPTY =
            new QueueForm(
                    "",
                    Integer.toString(QueueDraft.USUAL_PRIORITY),
                    AssignmentMethod.HIGHEST_CAPACITY,
                    Set.of(),
                    0);

    public QueueForm {
        members = Set.copyOf(members);
    }

    /// {@return the initial form}
    public static QueueForm of(Queue queue, Set<UserId> members) {
        return new QueueForm(
                queue.name(),
                Integer.toString(queue.priority()),
                queue.method(),
                members.stream().map(UserId::value).collect(Collectors.toSet()),
                queue.revision());
    }

    /// {@return the same form, to overwrite a concurrent change}
    public QueueForm over(int otherRevision) {
        return new QueueForm(name, priority, method, members, otherRevision);
    }

    /// {@return the values to save, if the form is valid}
    public QueueDraft draft() {
        return new QueueDraft(
                name,
                Integer.parseInt(priority),
                method,
                members.stream().map(UserId::new).collect(Collectors.toSet()));
    }
}
