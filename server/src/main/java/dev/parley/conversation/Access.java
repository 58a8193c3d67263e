package dev.parley.conversation;

import dev.parley.conversation.Conversation.State;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who may look into which conversation: supervisors and administrators into all; agents into their
/// own, into those that wait for an agent, and into what was closed, which is a customer's history.
@Component
public class Access {
    private final Conversations conversations;

    Access(Conversations conversations) {
        this.conversations = conversations;
    }

    /// {@return the conversation, if there is one that this user may read}
    public Optional<Conversation> read(ConversationId id, SignedIn me) {
        return conversations.byId(id).filter(conversation -> mayRead(conversation, me));
    }

    public static boolean mayRead(Conversation conversation, SignedIn me) {
        return mayReadAll(me) || isOpenTo(conversation, me.userId());
    }

    /// {@return whether an agent may read it who may not read everything}
    public static boolean isOpenTo(Conversation conversation, UserId agent) {
        var state = conversation.state();
        return state == State.OPEN || state == State.CLOSED || agent.equals(conversation.agent());
    }

    public static boolean mayReadAll(SignedIn me) {
        return me.is(Role.SUPERVISOR) || me.is(Role.ADMINISTRATOR);
    }
}
