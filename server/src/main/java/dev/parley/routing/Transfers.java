package dev.parley.routing;

import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.InternalNotes;
import dev.parley.conversation.Moves;
import dev.parley.identity.Role;
import dev.parley.identity.User;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.team.QueueId;
import dev.parley.team.Queues;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Transfers of a conversation by its agent, to a queue or to another agent. It is open until
/// somebody accepts it; an agent who does not accept it loses it to the queue of its workstream, so
/// that it never waits for one person.
@Component
public class Transfers {
    private final Moves moves;
    private final WorkItems workItems;
    private final Queues queues;
    private final Users users;

    Transfers(Moves moves, WorkItems workItems, Queues queues, Users users) {
        this.moves = moves;
        this.workItems = workItems;
        this.queues = queues;
        this.users = users;
    }

    /// Transfers a conversation that is assigned to this agent.
    ///
    /// @param note for colleagues, in the timeline; blank for none
    /// @param key of the note, made by the client, the same when it repeats the request
    /// @throws ConversationConflict when it is not assigned to this agent
    @Transactional
    public Result transfer(
            ConversationId id, UserId agent, Target target, String note, String key) {
        if (note.length() > InternalNotes.LONGEST) {
            return Result.NOTE_TOO_LONG;
        }
        var name = nameOf(target, agent);
        if (name.isEmpty()) {
            return Result.NO_SUCH_TARGET;
        }
        if (!moves.transfer(id, agent, name.get(), note, key)) {
            return Result.CUSTOMER_BLOCKED;
        }
        switch (target) {
            case Target.ToQueue(var queue) -> workItems.transfer(id, queue, null, agent);
            case Target.ToAgent(var other) -> workItems.transfer(id, null, other, agent);
        }
        return Result.TRANSFERRED;
    }

    /// {@return its name for the timeline; empty text for the default queue, which has a name in
    /// each language}
    private Optional<String> nameOf(Target target, UserId agent) {
        return switch (target) {
            case Target.ToQueue(var queue) ->
                    queues.lock(queue)
                            ? queues.byId(queue).map(found -> found.isDefault() ? "" : found.name())
                            : Optional.empty();
            case Target.ToAgent(var other) ->
                    users.byId(other)
                            .filter(user -> user.active() && user.is(Role.AGENT))
                            .filter(user -> !user.id().equals(agent))
                            .map(User::displayName);
        };
    }

    /// Where a conversation is transferred.
    public sealed interface Target {
        record ToQueue(QueueId queue) implements Target {}

        record ToAgent(UserId agent) implements Target {}
    }

    /// The result of a transfer.
    public enum Result {
        TRANSFERRED,
        /// The queue was deleted, or the user is not an active agent, or the agent themselves.
        NO_SUCH_TARGET,
        NOTE_TOO_LONG,
        CUSTOMER_BLOCKED
    }
}
