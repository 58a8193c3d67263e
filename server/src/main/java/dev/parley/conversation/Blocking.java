package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Message.Note;
import dev.parley.customer.CustomerId;
import dev.parley.identity.Audit;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.platform.StorableText;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Blocks customers. What a blocked customer writes is stored, but it is no work: it counts as
/// read, opens no conversation for agents, and gets no automated message. Both blocking and lifting
/// are in the timeline and in the audit log.
@Component
public class Blocking {
    /// The maximum length of a reason, in characters.
    public static final int LONGEST_REASON = 500;

    private final CustomerBlocks blocks;
    private final Conversations conversations;
    private final ConversationUpdates updates;
    private final Audit audit;
    private final Clock clock;

    Blocking(
            CustomerBlocks blocks,
            Conversations conversations,
            ConversationUpdates updates,
            Audit audit,
            Clock clock) {
        this.blocks = blocks;
        this.conversations = conversations;
        this.updates = updates;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return the block of this customer; empty if they are not blocked}
    public Optional<CustomerBlock> of(CustomerId customer) {
        return blocks.of(customer);
    }

    /// {@return whether this user may block the customer of this conversation: its agent while it
    /// runs, supervisors and administrators}
    public static boolean mayBlock(Conversation conversation, SignedIn me) {
        return Access.mayReadAll(me)
                || (Access.mayAct(me)
                        && conversation.state() != State.CLOSED
                        && me.userId().equals(conversation.agent()));
    }

    /// {@return whether this user may lift this block: who blocked, supervisors and administrators}
    public static boolean mayLift(CustomerBlock block, SignedIn me) {
        return Access.mayReadAll(me) || me.userId().equals(block.by());
    }

    /// Blocks the customer of this conversation. Does nothing if they are blocked already.
    @Transactional
    public Result block(SignedIn me, ConversationId id, String reason) {
        var conversation = locked(id).filter(found -> mayBlock(found, me)).orElse(null);
        if (conversation == null) {
            return Result.NOT_ALLOWED;
        }
        var text = StorableText.clean(reason).strip();
        if (text.isEmpty()) {
            return Result.NO_REASON;
        }
        if (text.length() > LONGEST_REASON) {
            return Result.REASON_TOO_LONG;
        }
        var customer = conversation.details().customer();
        var block = new CustomerBlock(Ids.next(), customer, id, text, clock.instant(), me.userId());
        if (blocks.add(block)) {
            blocks.mark(customer, true);
            addLines(conversation, block);
            audit.record(
                    me.userId(),
                    "customer.blocked",
                    "customer/" + customer.value(),
                    Map.of(),
                    Map.of("name", "#" + conversation.details().number()));
        }
        return Result.DONE;
    }

    /// Read again after the lock: a message may have changed it.
    private Optional<Conversation> locked(ConversationId id) {
        conversations.byId(id).ifPresent(found -> blocks.lock(found.details().customer()));
        return conversations.byId(id);
    }

    /// The agents of the customer's other conversations are notified too.
    private void addLines(Conversation conversation, CustomerBlock block) {
        addLine(conversation, block);
        conversations.runningOf(block.customer()).stream()
                .filter(other -> !other.id().equals(conversation.id()))
                .forEach(other -> addLine(other, block));
    }

    /// Nobody is offered a conversation that waits for an agent.
    private void addLine(Conversation conversation, CustomerBlock block) {
        var reason = new Content.Text(block.reason());
        var now = block.at();
        if (conversation instanceof Open open) {
            updates.move(open, open.setAside(now), Note.BLOCKED, block.by(), reason, now);
        } else {
            updates.addNote(conversation, Note.BLOCKED, block.by(), reason, now);
            updates.changed(conversation, true);
        }
    }

    /// Lifts the block of this customer. Does nothing if they are not blocked.
    ///
    /// @throws AccessDeniedException if this user may not
    @Transactional
    public void lift(SignedIn me, CustomerId customer) {
        blocks.of(customer).ifPresent(block -> lift(me, block));
    }

    /// Lifts the block with this id. Does nothing if it was lifted already.
    ///
    /// @throws AccessDeniedException if this user may not
    @Transactional
    public void lift(SignedIn me, UUID block) {
        blocks.byId(block).ifPresent(found -> lift(me, found));
    }

    private void lift(SignedIn me, CustomerBlock block) {
        if (!mayLift(block, me)) {
            throw new AccessDeniedException(
                    "User %s may not lift block %s".formatted(me.userId(), block.id()));
        }
        blocks.lock(block.customer());
        var now = clock.instant();
        if (!blocks.lift(block.id(), me.userId(), now)) {
            return;
        }
        blocks.mark(block.customer(), false);
        conversations.runningOf(block.customer()).stream()
                .findFirst()
                .or(() -> conversations.byId(block.conversation()))
                .ifPresent(conversation -> {
                    updates.addNote(conversation, Note.UNBLOCKED, me.userId(), null, now);
                    updates.changed(conversation, true);
                    audit.record(
                            me.userId(),
                            "customer.unblocked",
                            "customer/" + block.customer().value(),
                            Map.of(),
                            Map.of("name", "#" + conversation.details().number()));
                });
    }

    /// The result of blocking a customer.
    public enum Result {
        DONE,
        NO_REASON,
        REASON_TOO_LONG,
        /// The conversation does not exist, or the user may not block its customer.
        NOT_ALLOWED
    }
}
