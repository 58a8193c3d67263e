package dev.parley.desk;

import dev.parley.channel.Channels;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Replies;
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
    private final Replies replies;
    private final Channels channels;

    ThreadReader(Threads threads, Conversations conversations, Replies replies, Channels channels) {
        this.threads = threads;
        this.conversations = conversations;
        this.replies = replies;
        this.channels = channels;
    }

    ThreadView read(DeskTexts w, Opened opened, Stretch stretch) {
        var conversation = opened.conversation();
        return threads.read(
                w,
                opened,
                sendingAgain(w, opened),
                opened.mine() ? conversations.unreadOf(conversation.id()) : 0,
                stretch);
    }

    private Resending sendingAgain(DeskTexts w, Opened opened) {
        var conversation = opened.conversation();
        var window = replies.windowOf(conversation);
        return new Resending(
                ReplyWindows.closedReason(w, opened, window) == null,
                window,
                conversation.talk().lastCustomerActAt(),
                channels.rulesOf(conversation.talk().address().channel())::resend);
    }
}
