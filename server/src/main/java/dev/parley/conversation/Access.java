package dev.parley.conversation;

import dev.parley.conversation.Conversation.State;
import dev.parley.customer.CustomerId;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Who may look into which conversation: supervisors and administrators into all; agents into their
/// own, into those that wait for an agent, and into what was closed, which is a customer's history.
/// Only agents do anything with them.
@Component
public class Access {
    private final Conversations conversations;
    private final Users users;

    Access(Conversations conversations, Users users) {
        this.conversations = conversations;
        this.users = users;
    }

    /// {@return the conversation, if there is one that this user may read}
    public Optional<Conversation> read(ConversationId id, SignedIn me) {
        return conversations.byId(id).filter(conversation -> mayRead(conversation, me));
    }

    /// {@return whether this user may know what this customer is called and looks like: whoever may
    /// read something that they wrote}
    public boolean mayKnow(CustomerId customer, SignedIn me) {
        return mayReadAll(me) || conversations.anyOpenTo(customer, me.userId());
    }

    /// {@return whether this user takes conversations, and writes in them at the desk}
    public static boolean mayAct(SignedIn me) {
        return me.is(Role.AGENT);
    }

    /// @throws AccessDeniedException when this user is no agent, or no more
    void mustBeAgent(UserId user) {
        if (users.byId(user).filter(one -> one.active() && one.is(Role.AGENT)).isEmpty()) {
            throw new AccessDeniedException("User " + user.value() + " is no agent");
        }
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
