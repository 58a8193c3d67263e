package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.Participant.Kind;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The colleagues who are in a conversation besides its agent, who keeps it and alone replies. They
/// read it while they are in it, and write internal notes. The agent and supervisors decide about
/// them; how a colleague is asked is in `routing`.
@Component
public class Participants {
    /// How many can be in one conversation, with those who are asked.
    public static final int MOST = 5;

    /// That a row `m` of `message` is new to a row `p` of `participant`, who was added.
    public static final String UNREAD =
            """
            m.conversation_id = p.conversation_id and m.author = 'CUSTOMER' and m.id > p.seen_id
            and m.kind in ('TEXT', 'ATTACHMENT', 'STICKER', 'LOCATION', 'REPLY_BUTTON', 'BUTTON')
            and p.kind = 'ADDED' and p.left_at is null
            """;

    private final Conversations conversations;
    private final ConversationUpdates updates;
    private final ParticipantRows rows;
    private final Access access;
    private final Users users;
    private final Clock clock;

    Participants(
            Conversations conversations,
            ConversationUpdates updates,
            ParticipantRows rows,
            Access access,
            Users users,
            Clock clock) {
        this.conversations = conversations;
        this.updates = updates;
        this.rows = rows;
        this.access = access;
        this.users = users;
        this.clock = clock;
    }

    /// {@return whether this user decides who is in the conversation: its agent, and supervisors}
    public static boolean mayManage(Conversation conversation, SignedIn me) {
        var agent = conversation.agent();
        return agent != null
                && conversation.state() != State.OPEN
                && conversation.state() != State.CLOSED
                && (Access.mayReadAll(me) || (Access.mayAct(me) && agent.equals(me.userId())));
    }

    /// {@return whether this user can ask colleagues into the conversation}
    public static boolean mayAsk(Conversation conversation, SignedIn me) {
        return conversation instanceof Active && mayManage(conversation, me);
    }

    public List<Participant> of(Conversation conversation) {
        return conversation.details().participants().isEmpty()
                ? List.of()
                : rows.of(conversation.id());
    }

    /// {@return whether this user was asked into the conversation once, and is not in it now}
    public boolean hasLeft(Conversation conversation, UserId user) {
        return !conversation.details().participants().contains(user)
                && rows.latest(conversation.id(), user).isPresent();
    }

    /// Locks an active conversation for this user, who asks colleagues into it.
    ///
    /// @throws ConversationConflict when they may not, or no longer
    @Transactional(propagation = Propagation.MANDATORY)
    public Active lockToAsk(SignedIn me, ConversationId id) {
        if (conversations.lock(id).orElse(null) instanceof Active active && mayAsk(active, me)) {
            return active;
        }
        throw ConversationConflict.notAssigned(id, me.userId());
    }

    /// Adds a line about what a user did with a colleague.
    @Transactional(propagation = Propagation.MANDATORY)
    public void addLine(Conversation conversation, Note note, UserId by, UserId colleague) {
        addLine(conversation, note, by, new Content.Text(nameOf(colleague)));
    }

    /// Adds a line about the answer of a colleague, for an agent who may be looking at something
    /// else.
    @Transactional(propagation = Propagation.MANDATORY)
    public void addAnswer(Conversation conversation, Note note, UserId colleague) {
        conversations.markUnread(conversation.id());
        addLine(conversation, note, colleague, (Content) null);
    }

    private void addLine(
            Conversation conversation, Note note, UserId by, @Nullable Content content) {
        updates.addNote(conversation, note, by, content, clock.instant());
        updates.changed(conversation, true);
    }

    /// A colleague accepted to be consulted.
    ///
    /// @param active locked
    @Transactional(propagation = Propagation.MANDATORY)
    public void join(Active active, UserId user) {
        access.mustBeAgent(user);
        rows.join(active.id(), user, active.agent(), clock.instant());
        addLine(active, Note.CONSULT_ACCEPTED, user, (Content) null);
        updates.changed(active, user, true);
    }

    /// Adds a consulted colleague to the conversation. Nothing happens if they are added already.
    ///
    /// @throws ConversationConflict when they are not in it, or this user may not decide that
    @Transactional
    public void add(SignedIn me, ConversationId id, UserId user) {
        var conversation = lockToManage(me, id);
        if (!conversation.details().participants().contains(user)) {
            throw notIn(id, user);
        }
        if (rows.add(id, user)) {
            addLine(conversation, Note.PARTICIPANT_ADDED, me.userId(), user);
        }
    }

    /// Ends the consult of a colleague, or removes them from the conversation. Nothing happens if
    /// they have left.
    ///
    /// @throws ConversationConflict when this user may not decide that
    @Transactional
    public void remove(SignedIn me, ConversationId id, UserId user) {
        var conversation = lockToManage(me, id);
        var kind = kindOf(conversation, user);
        if (kind.isPresent() && rows.leave(id, user, clock.instant())) {
            addLine(
                    conversation,
                    kind.get() == Kind.ADDED ? Note.PARTICIPANT_REMOVED : Note.CONSULT_ENDED,
                    me.userId(),
                    user);
        }
    }

    /// The user leaves the conversation.
    ///
    /// @throws ConversationConflict when they are not in it
    @Transactional
    public void leave(SignedIn me, ConversationId id) {
        var user = me.userId();
        var conversation = conversations.lock(id).orElseThrow(() -> notIn(id, user));
        var kind = kindOf(conversation, user).orElseThrow(() -> notIn(id, user));
        rows.leave(id, user, clock.instant());
        addLine(
                conversation,
                kind == Kind.ADDED ? Note.PARTICIPANT_LEFT : Note.CONSULT_LEFT,
                user,
                (Content) null);
    }

    /// The user has seen the customer's messages. {@return whether any was new to them}
    @Transactional
    public boolean seen(Conversation conversation, UserId user) {
        return conversation.details().participants().contains(user)
                && rows.seen(conversation.id(), user);
    }

    /// A consult ends with the assignment, and everything when the conversation closes.
    @EventListener
    void on(StatesChanged changes) {
        var shared =
                changes.all().stream().filter(StateChanged::shared).map(StateChanged::id).toList();
        if (!shared.isEmpty()) {
            rows.end(shared, clock.instant());
        }
    }

    private Conversation lockToManage(SignedIn me, ConversationId id) {
        return conversations
                .lock(id)
                .filter(found -> mayManage(found, me))
                .orElseThrow(() -> ConversationConflict.notAssigned(id, me.userId()));
    }

    private Optional<Kind> kindOf(Conversation conversation, UserId user) {
        return conversation.details().participants().contains(user)
                ? rows.latest(conversation.id(), user).map(Participant::kind)
                : Optional.empty();
    }

    private String nameOf(UserId user) {
        return users.names(List.of(user)).getOrDefault(user, "");
    }

    private static ConversationConflict notIn(ConversationId id, UserId user) {
        return new ConversationConflict(
                "User %s is not in conversation %s".formatted(user.value(), id.value()));
    }
}
