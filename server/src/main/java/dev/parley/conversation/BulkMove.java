package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.conversation.BulkResult.Skipped;
import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.Conversation.Closed;
import dev.parley.conversation.Conversation.Closing;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.conversation.Conversation.WrapUp;
import dev.parley.conversation.Message.Note;
import dev.parley.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a bulk action does to one conversation.
sealed interface BulkMove {
    /// It is not moved.
    record Skip(Skipped why) implements BulkMove {}

    /// It is moved.
    ///
    /// @param note its line in the timeline; null for none
    /// @param content what the line says besides its note
    /// @param noteBy whom the line is about
    record Move(
            Conversation from,
            Conversation to,
            @Nullable Note note,
            @Nullable Content content,
            UserId noteBy)
            implements BulkMove {}

    /// Who acts, and when.
    ///
    /// @param name of the user
    /// @param undoFor how long closing can be undone
    record By(UserId user, String name, Instant now, Duration undoFor) {}

    /// {@return what the action does to this conversation}
    static BulkMove of(BulkAction.Moving action, Conversation conversation, By by) {
        return switch (action) {
            case BulkAction.Assign(var agent) -> assign(conversation, agent, by);
            case BulkAction.Snooze(var until) -> snooze(conversation, until, by);
            case BulkAction.Close() -> close(conversation, by);
        };
    }

    private static BulkMove assign(Conversation conversation, UserId agent, By by) {
        if (conversation instanceof Open open) {
            var own = agent.equals(by.user);
            return new Move(
                    open,
                    open.assignTo(agent, by.now),
                    own ? Note.TAKEN : Note.ASSIGNED,
                    own ? null : new Content.Text(by.name),
                    agent);
        }
        if (conversation.state() == Conversation.State.CLOSED) {
            return new Skip(Skipped.OTHER_STATE);
        }
        if (conversation.agent() == null) {
            return new Skip(Skipped.OTHER_STATE);
        }
        return new Skip(agent.equals(conversation.agent()) ? Skipped.ALREADY : Skipped.ASSIGNED);
    }

    private static BulkMove snooze(Conversation conversation, Instant until, By by) {
        if (!by.user.equals(conversation.agent())) {
            return new Skip(Skipped.NOT_YOURS);
        }
        return switch (conversation) {
            case Active active -> move(active, active.snooze(until, by.now), Note.SNOOZED, by);
            case Waiting waiting -> move(waiting, waiting.snooze(until), Note.SNOOZED, by);
            case Open _, WrapUp _, Closing _, Closed _ -> new Skip(Skipped.OTHER_STATE);
        };
    }

    private static BulkMove close(Conversation conversation, By by) {
        if (!by.user.equals(conversation.agent())) {
            return new Skip(Skipped.NOT_YOURS);
        }
        return switch (conversation) {
            case Active active -> closing(active, active.end(by.now), Note.ENDED, by);
            case Waiting waiting ->
                    closing(waiting, waiting.resume(by.user, by.now).end(by.now), Note.ENDED, by);
            case WrapUp wrapUp -> closing(wrapUp, wrapUp, null, by);
            case Open _, Closing _, Closed _ -> new Skip(Skipped.ALREADY);
        };
    }

    private static BulkMove closing(Conversation from, WrapUp ended, @Nullable Note note, By by) {
        return by.undoFor.isZero()
                ? move(from, ended.close(by.now), Note.CLOSED, by)
                : move(from, ended.closeAt(by.now.plus(by.undoFor)), note, by);
    }

    private static Move move(Conversation from, Conversation to, @Nullable Note note, By by) {
        return new Move(from, to, note, null, by.user);
    }

    /// {@return how to undo it}
    ///
    /// @param conversation as it is now
    static BulkMove undo(Done done, Conversation conversation, By by) {
        return switch (done.action) {
            case ASSIGN ->
                    conversation instanceof Active active
                                    && done.isLastIn(active)
                                    && !active.details().blocked()
                            ? new Move(
                                    active,
                                    new Open(active.details(), done.since),
                                    Note.RELEASED,
                                    new Content.Text(by.name),
                                    by.user)
                            : new Skip(Skipped.CHANGED);
            case SNOOZE ->
                    conversation instanceof Waiting waiting && done.isLastIn(waiting, by)
                            ? unsnooze(done, waiting, by)
                            : new Skip(Skipped.CHANGED);
            case CLOSE ->
                    conversation instanceof Closing closing && done.isLastIn(closing, by)
                            ? reopen(done, closing, by)
                            : new Skip(Skipped.CHANGED);
        };
    }

    private static Move unsnooze(Done done, Waiting waiting, By by) {
        return done.state == Conversation.State.ACTIVE
                ? move(waiting, waiting.resume(by.user, by.now), Note.RESUMED, by)
                : move(waiting, waiting.snoozedAsBefore(done.snoozedUntil), null, by);
    }

    private static Move reopen(Done done, Closing closing, By by) {
        var wrapUp = closing.undoClose();
        return switch (done.state) {
            case ACTIVE -> move(closing, wrapUp.undoEnd(by.now), Note.CONTINUED, by);
            case WAITING ->
                    move(
                            closing,
                            wrapUp.undoEnd(by.now)
                                    .moveToWaiting(by.now)
                                    .snoozedAsBefore(done.snoozedUntil),
                            Note.CONTINUED,
                            by);
            case OPEN, WRAP_UP, CLOSED -> move(closing, wrapUp, Note.CLOSING_CANCELLED, by);
        };
    }

    /// What a bulk action did to a conversation.
    ///
    /// @param state what it was before
    /// @param snoozedUntil until when it was snoozed before; null when it was not
    /// @param since when it got that state
    /// @param movedAt when the action gave the conversation its state
    /// @param until until when it is snoozed, or when it closes, since then; null when neither
    record Done(
            ConversationId conversation,
            Action action,
            Conversation.State state,
            @Nullable Instant snoozedUntil,
            Instant since,
            Instant movedAt,
            @Nullable Instant until) {
        /// {@return whether nobody moved it or wrote since}
        boolean isLastIn(Active active) {
            return active.since().equals(movedAt)
                    && !active.details().lastMessageAt().isAfter(movedAt);
        }

        /// {@return whether it is still snoozed or closing by this action}
        boolean isLastIn(Conversation conversation, By by) {
            return by.user.equals(conversation.agent())
                    && until != null
                    && until.equals(BulkMove.until(conversation));
        }
    }

    /// {@return until when it is snoozed, or when it closes; null if it is neither}
    static @Nullable Instant until(Conversation conversation) {
        return switch (conversation) {
            case Waiting waiting -> waiting.snoozedUntil();
            case Closing closing -> closing.due();
            case Open _, Active _, WrapUp _, Closed _ -> null;
        };
    }

    /// The actions by name.
    enum Action {
        ASSIGN,
        SNOOZE,
        CLOSE;

        static Action of(BulkAction.Moving action) {
            return switch (action) {
                case BulkAction.Assign _ -> ASSIGN;
                case BulkAction.Snooze _ -> SNOOZE;
                case BulkAction.Close _ -> CLOSE;
            };
        }
    }
}
