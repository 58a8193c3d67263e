package dev.parley.desk;

import dev.parley.conversation.ConversationRules;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageId;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.TimelineViews.Stretch;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.TimelineView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the timeline of an open conversation, with what the agent has not read, and may resend.
@Component
class TimelineReader {
    private final TimelineViews timelines;
    private final Conversations conversations;
    private final ConversationRules rules;

    TimelineReader(TimelineViews timelines, Conversations conversations, ConversationRules rules) {
        this.timelines = timelines;
        this.conversations = conversations;
        this.rules = rules;
    }

    /// {@return the newest page, or as many earlier entries as are needed to show this message}
    TimelineView readAt(DeskTexts w, Opened opened, @Nullable UUID message) {
        var id = opened.conversation().id();
        var stretch =
                message == null ? Stretch.NEWEST : timelines.around(id, new MessageId(message));
        return read(w, opened, stretch);
    }

    TimelineView read(DeskTexts w, Opened opened, Stretch stretch) {
        return read(w, opened, stretch, false);
    }

    /// @param read whether the agent has just read all messages
    TimelineView read(DeskTexts w, Opened opened, Stretch stretch, boolean read) {
        return timelines.read(
                w,
                opened,
                sendingAgain(w, opened),
                opened.mine() && !read ? conversations.unreadOf(opened.conversation().id()) : 0,
                stretch);
    }

    private Resending sendingAgain(DeskTexts w, Opened opened) {
        var conversation = opened.conversation();
        return new Resending(
                ReplyWindows.closedReason(w, opened) == null,
                opened.window(),
                conversation.details().lastCustomerActAt(),
                rules.of(conversation)::resend);
    }
}
