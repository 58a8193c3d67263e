package dev.parley.api;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversation.State;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;

/// Which conversations a token's user may read and write in: supervisors and administrators all,
/// agents those that they hold or held last, and those that wait for an agent. At the desk agents
/// also look up what others closed, one customer at a time; a program would read all of it at once.
record ConversationScope(UserId user, boolean everything) {
    static ConversationScope of(SignedIn user) {
        return new ConversationScope(user.userId(), user.supervisor() || user.administrator());
    }

    boolean covers(Conversation conversation) {
        return everything
                || conversation.state() == State.OPEN
                || user.equals(conversation.agent());
    }
}
