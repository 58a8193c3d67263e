package dev.parley.conversation;

import dev.parley.workstream.Workstreams;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Calculates when a conversation closes automatically if there is no activity.
@Component
class AutoCloseDeadline {
    private final ConversationSettings settings;
    private final Workstreams workstreams;

    AutoCloseDeadline(ConversationSettings settings, Workstreams workstreams) {
        this.settings = settings;
        this.workstreams = workstreams;
    }

    /// {@return when it closes automatically, counted from `now`; null for a closed conversation}
    @Nullable Instant closeAt(Conversation conversation, Instant now) {
        return switch (conversation) {
            case Conversation.Open _ -> now.plus(settings.closeOpenAfter());
            case Conversation.Active _ -> now.plus(settings.closeActiveAfter());
            case Conversation.Waiting waiting ->
                    waitingFrom(waiting, now).plus(waitingLife(waiting));
            case Conversation.WrapUp _ -> now.plus(settings.closeWrapUpAfter());
            case Conversation.Closing closing -> closing.due();
            case Conversation.Closed _ -> null;
        };
    }

    Instant closeAtOfActive(Instant now) {
        return now.plus(settings.closeActiveAfter());
    }

    Instant closeAtOfOpen(Instant now) {
        return now.plus(settings.closeOpenAfter());
    }

    /// A snoozed conversation does not close before its snooze ends.
    private static Instant waitingFrom(Conversation.Waiting waiting, Instant now) {
        var until = waiting.snoozedUntil();
        return until != null && until.isAfter(now) ? until : now;
    }

    private Duration waitingLife(Conversation.Waiting waiting) {
        return workstreams.handlingOf(waiting.details().address().at()).closeWaitingAfter();
    }
}
