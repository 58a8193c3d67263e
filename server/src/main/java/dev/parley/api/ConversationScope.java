package dev.parley.api;

import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Replies.Writer;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;

/// The conversations that a token's user may read and write in: all for supervisors and
/// administrators; for agents, those that are or were last assigned to them, those in which they
/// take part, and unassigned ones. Who takes part does not reply. At the desk agents can also look
/// up conversations that others closed, one customer at a time; an API client would read all of
/// them at once.
record ConversationScope(UserId user, boolean all) {
    static ConversationScope of(SignedIn user) {
        return new ConversationScope(user.userId(), Access.mayReadAll(user));
    }

    boolean covers(Conversation conversation) {
        return mayWrite(conversation) || conversation.details().participants().contains(user);
    }

    private boolean mayWrite(Conversation conversation) {
        return all || conversation.state() == State.OPEN || user.equals(conversation.agent());
    }

    Writer writer() {
        return new Writer(user, this::mayWrite);
    }
}
