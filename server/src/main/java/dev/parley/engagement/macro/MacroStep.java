package dev.parley.engagement.macro;

import dev.parley.identity.UserId;
import dev.parley.tag.TagId;
import dev.parley.team.QueueId;
import dev.parley.workstream.DispositionCodeId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One action of a macro.
public sealed interface MacroStep {
    /// Stands for a queue, agent, tag or code that was not chosen: none has this id.
    UUID NOTHING = new UUID(0, 0);

    /// {@return whether the conversation leaves the agent with it, so that no step can follow}
    default boolean leaves() {
        return switch (this) {
            case Reply _, Note _, AddTag _ -> false;
            case Snooze _, End _, ToQueue _, ToAgent _ -> true;
        };
    }

    /// Replies to the customer.
    ///
    /// @param text with slugs
    record Reply(String text) implements MacroStep {}

    /// Adds an internal note.
    ///
    /// @param text with slugs
    record Note(String text) implements MacroStep {}

    record AddTag(TagId tag) implements MacroStep {}

    record Snooze(MacroSnooze until) implements MacroStep {}

    /// Ends the conversation.
    ///
    /// @param code chosen if the workstream asks for one; null for none
    /// @param closes whether it is closed too, instead of staying in wrap-up
    record End(@Nullable DispositionCodeId code, boolean closes) implements MacroStep {}

    /// Transfers the conversation to a queue.
    record ToQueue(QueueId queue) implements MacroStep {}

    /// Transfers the conversation to another agent.
    record ToAgent(UserId agent) implements MacroStep {}
}
