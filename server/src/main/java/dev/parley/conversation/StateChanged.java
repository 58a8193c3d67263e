package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.conversation.Conversation.State;
import dev.parley.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a conversation changed its state.
///
/// @param from null when it was just opened
/// @param since when it entered the new state
/// @param shared whether colleagues were in it besides its agent
/// @param agentBefore to whom it was assigned, also while waiting; null when to no agent
public record StateChanged(
        ConversationId id,
        Address with,
        @Nullable State from,
        State to,
        Instant since,
        boolean shared,
        @Nullable UserId agentBefore) {
    /// @param before null when it was just opened
    static StateChanged of(Conversation after, @Nullable Conversation before) {
        return new StateChanged(
                after.id(),
                after.details().address(),
                before == null ? null : before.state(),
                after.state(),
                after.since(),
                before != null && !before.details().participants().isEmpty(),
                before == null ? null : before.agent());
    }
}
