package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.Content.Handover;
import dev.parley.channel.Content.Move;
import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.Message.Note;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Stores which app controls a conversation. A change adds a system line; an extension of another
/// app's control does not.
@Component
class ControlChanges {
    private final ConversationLookup conversationLookup;
    private final Conversations conversations;
    private final ConversationUpdates updates;
    private final ConversationRules rules;
    private final Clock clock;

    ControlChanges(
            ConversationLookup conversationLookup,
            Conversations conversations,
            ConversationUpdates updates,
            ConversationRules rules,
            Clock clock) {
        this.conversationLookup = conversationLookup;
        this.conversations = conversations;
        this.updates = updates;
        this.rules = rules;
        this.clock = clock;
    }

    /// Control of the conversation was passed on, or requested. Passing it to Parley reopens the
    /// conversation, and the customer waits for a reply, as after a message from them.
    void apply(Address with, Handover handover, Instant at) {
        var conversation =
                ControlState.passesToUs(handover)
                        ? reopened(with, at)
                        : conversationLookup.latestOrNew(with, at);
        recordHandover(conversation, handover, null, at);
    }

    private Conversation reopened(Address with, Instant at) {
        var before = conversationLookup.runningOrOpened(with, at);
        var now = clock.instant();
        var after = Conversation.customerWrote(before, now);
        if (after.state() != before.state()) {
            updates.save(after, now);
            updates.stateChanged(after, before);
        }
        return after;
    }

    void controlledElsewhere(Address with, Instant at) {
        conversations.lockRunning(with).ifPresent(running -> controlledElsewhere(running, at));
    }

    @EventListener
    void on(ControlledElsewhere refused) {
        conversations
                .lock(refused.id())
                .ifPresent(conversation -> controlledElsewhere(conversation, clock.instant()));
    }

    /// Extends the control of another app that answers in the conversation, or stores that it has
    /// taken it.
    void controlledElsewhere(Conversation conversation, Instant at) {
        var control = conversation.details().control();
        if (control != null && control.blocksUs(at)) {
            var until = until(conversation, at);
            var extended = new ControlState(control.party(), until);
            conversations.handedTo(conversation.id(), extended, null);
        } else {
            recordHandover(conversation, new Handover(Move.HELD, null, Party.ANOTHER), null, at);
        }
    }

    /// Stores the handover as a system line, and the control that results from it.
    ///
    /// @param by the agent who asked for it; null when the channel reported it
    void recordHandover(
            Conversation conversation, Handover handover, @Nullable UserId by, Instant at) {
        updates.addNote(conversation, Note.HANDOVER, by, handover, at);
        var control = ControlState.after(handover, until(conversation, at));
        if (control != null) {
            var asked = ControlState.passesToUs(handover) ? at : null;
            conversations.handedTo(conversation.id(), control, asked);
        }
        updates.changed(conversation, true);
    }

    private Instant until(Conversation conversation, Instant at) {
        return at.plus(rules.of(conversation).controlTimeout());
    }
}
