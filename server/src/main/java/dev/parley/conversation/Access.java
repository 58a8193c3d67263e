package dev.parley.conversation;

import dev.parley.conversation.Conversation.State;
import dev.parley.customer.CustomerId;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Who may read which conversation: supervisors and administrators all of them; agents their own,
/// those into which a colleague asked them while they are in it, the unassigned ones, and the
/// closed ones, which are a customer's history. Only agents may act on them.
@Component
public class Access {
    /// The rule as a condition about a row `c` of `conversation`, for statements that list across
    /// conversations. Its parameters are those that [#reading] sets.
    public static final String READABLE =
            "(:readsAll or c.state in ('OPEN', 'CLOSED') or c.agent_id = :reader"
                    + " or :reader = any (c.participants))";

    private final Conversations conversations;
    private final Users users;

    Access(Conversations conversations, Users users) {
        this.conversations = conversations;
        this.users = users;
    }

    /// {@return the conversation, if it exists and this user may read it}
    public Optional<Conversation> read(ConversationId id, SignedIn me) {
        return conversations.byId(id).filter(conversation -> mayRead(conversation, me));
    }

    /// {@return whether this user may see this customer's name and picture: users who may read any
    /// of the customer's conversations}
    public boolean mayKnow(CustomerId customer, SignedIn me) {
        return mayReadAll(me) || conversations.anyOpenTo(customer, me.userId());
    }

    /// {@return whether this user can be assigned conversations, and write in them at the desk}
    public static boolean mayAct(SignedIn me) {
        return me.is(Role.AGENT);
    }

    /// Checks that this user can be assigned conversations, and write in them at the desk.
    ///
    /// @throws AccessDeniedException when not
    public static void mustAct(SignedIn me) {
        if (!mayAct(me)) {
            throw new AccessDeniedException("User " + me.userId() + " is not an agent");
        }
    }

    /// @throws AccessDeniedException when this user is not an active agent
    void mustBeAgent(UserId user) {
        if (users.byId(user).filter(one -> one.active() && one.is(Role.AGENT)).isEmpty()) {
            throw new AccessDeniedException("User " + user.value() + " is not an agent");
        }
    }

    public static boolean mayRead(Conversation conversation, SignedIn me) {
        return mayReadAll(me) || isOpenTo(conversation, me.userId());
    }

    /// {@return whether this agent may read it, without the right to read everything}
    public static boolean isOpenTo(Conversation conversation, UserId agent) {
        var state = conversation.state();
        return state == State.OPEN
                || state == State.CLOSED
                || agent.equals(conversation.agent())
                || conversation.details().participants().contains(agent);
    }

    /// {@return this statement, which contains [#READABLE], for this user}
    public static StatementSpec reading(SignedIn me, StatementSpec statement) {
        return statement.param("readsAll", mayReadAll(me)).param("reader", me.userId().value());
    }

    public static boolean mayReadAll(SignedIn me) {
        return me.is(Role.SUPERVISOR) || me.is(Role.ADMINISTRATOR);
    }
}
