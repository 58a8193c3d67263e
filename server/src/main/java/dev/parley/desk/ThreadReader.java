package dev.parley.desk;

import dev.parley.conversation.ConversationRules;
import dev.parley.conversation.Conversations;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.Threads.Stretch;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.ThreadView;
import org.springframework.stereotype.Component;

/// Builds the thread of an open conversation, with what the agent has not read, and may resend.
@Component
class ThreadReader {
    private final Threads threads;
    private final Conversations conversations;
    private final ConversationRules rules;

    ThreadReader(Threads threads, Conversations conversations, ConversationRules rules) {
        this.threads = threads;
        this.conversations = conversations;
        this.rules = rules;
    }

    ThreadView read(DeskTexts w, Opened opened, Stretch stretch) {
        return read(w, opened, stretch, false);
    }

    /// @param read whether the agent has just read all messages
    ThreadView read(DeskTexts w, Opened opened, Stretch stretch, boolean read) {
        return threads.read(
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
