package dev.parley.routing;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Moves;
import dev.parley.identity.UserId;
import dev.parley.team.Agents;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Releases the active conversations of agents who are gone, so that other agents get them.
@Component
class OfflineAgents {
    private final Agents agents;
    private final Conversations conversations;
    private final Moves moves;

    OfflineAgents(Agents agents, Conversations conversations, Moves moves) {
        this.agents = agents;
        this.conversations = conversations;
        this.moves = moves;
    }

    /// {@return whether there were any}
    boolean releaseSome() {
        var released = agents.toRelease();
        return !released.isEmpty()
                && conversations.activeWith(released).stream().filter(this::release).count() > 0;
    }

    private boolean release(Conversation conversation) {
        UserId agent = Objects.requireNonNull(conversation.agent());
        return moves.release(conversation.id(), agent);
    }
}
