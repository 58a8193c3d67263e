package dev.parley.desk;

import dev.parley.channel.ChannelKind;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Replies;
import dev.parley.conversation.ReplyWindow;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.WindowView;
import dev.parley.workstream.Workstreams;
import java.time.Instant;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The reply window as agents read it.
@Component
class ReplyWindows {
    private final Replies replies;
    private final Workstreams workstreams;
    private final DisplayNames names;

    ReplyWindows(Replies replies, Workstreams workstreams, DisplayNames names) {
        this.replies = replies;
        this.workstreams = workstreams;
        this.names = names;
    }

    WindowView of(Conversation conversation) {
        return view(replies.windowOf(conversation));
    }

    ReplyWindow windowOf(Conversation conversation) {
        return replies.windowOf(conversation);
    }

    /// {@return how to reckon the windows of a whole list, asking once for each page}
    Reckoning at(Instant now) {
        var tags = new HashMap<String, Boolean>();
        return (page, acted) ->
                view(ReplyWindow.at(now, acted, tags.computeIfAbsent(page, this::hasTag)));
    }

    /// {@return the sentence that says why nothing can be written and what would open it; null
    /// where something can}
    @Nullable String shut(DeskTexts w, Conversation conversation, boolean mine) {
        if (conversation.state() != State.ACTIVE) {
            return w.text("shut." + word(conversation.state()));
        }
        if (!mine) {
            return w.text("shut.others");
        }
        var page = conversation.talk().address().page();
        if (names.isRemoved(page)) {
            return w.text("shut.page", names.ofPage(page));
        }
        var owner = conversation.talk().owner();
        if (owner != null && owner.keepsUsOut(w.now())) {
            return w.text("shut.thread", SystemLines.party(w, owner.party()));
        }
        return switch (replies.windowOf(conversation)) {
            case ReplyWindow.Closed(var at, _) when at == null -> w.text("shut.never");
            case ReplyWindow.Closed(var at, var tag) ->
                    w.text(tag ? "shut.window.tag" : "shut.window", w.texts().dateTime(at));
            case ReplyWindow.Open _, ReplyWindow.HumanAgent _ -> null;
        };
    }

    private boolean hasTag(String page) {
        return workstreams.handlingOf(ChannelKind.FACEBOOK, page).messageTag();
    }

    private static String word(State state) {
        return dev.parley.desk.view.State.valueOf(state.name()).word();
    }

    private static WindowView view(ReplyWindow window) {
        return switch (window) {
            case ReplyWindow.Open(var until) -> new WindowView(WindowView.Kind.OPEN, until);
            case ReplyWindow.HumanAgent(var until) ->
                    new WindowView(WindowView.Kind.HUMAN_AGENT, until);
            case ReplyWindow.Closed _ -> WindowView.closed();
        };
    }

    /// Reckons one window.
    interface Reckoning {
        WindowView of(String page, @Nullable Instant lastCustomerAct);
    }
}
