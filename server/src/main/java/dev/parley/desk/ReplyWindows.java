package dev.parley.desk;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.parley.channel.Channels;
import dev.parley.channel.Endpoint;
import dev.parley.channel.ReplyWindowState;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.TakeOvers;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.ConversationState;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.WindowView;
import dev.parley.workstream.Workstreams;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The display of the reply window.
@Component
class ReplyWindows {
    private final Workstreams workstreams;
    private final Channels channels;

    ReplyWindows(Workstreams workstreams, Channels channels) {
        this.workstreams = workstreams;
        this.channels = channels;
    }

    /// {@return a function for the windows of a whole list, with one query for all its endpoints}
    WindowCalculator at(Instant now, Stream<Endpoint> endpoints) {
        var handling = workstreams.handlingOf(endpoints.collect(toSet()));
        return (endpoint, acted) ->
                view(
                        channels.rulesOf(endpoint.channel())
                                .replyWindow()
                                .stateAt(
                                        now,
                                        acted,
                                        requireNonNull(handling.get(endpoint)).extendedWindow()));
    }

    /// {@return a sentence that explains why nothing can be written and what would change that;
    /// null when writing is possible}
    static @Nullable String closedReason(DeskTexts w, Opened opened) {
        var conversation = opened.conversation();
        if (TakeOvers.isPossible(conversation, opened.me())) {
            return w.texts().text("teamwork.takeOver.shut");
        }
        if (conversation.state() != Conversation.State.ACTIVE) {
            return w.text("shut." + ConversationState.of(conversation.state()).word());
        }
        if (conversation.details().participants().contains(opened.me().userId())) {
            return w.texts().text("consult.shut");
        }
        if (!opened.mine()) {
            return w.text("shut.others");
        }
        if (opened.endpoint().removed()) {
            return w.text("shut.endpoint", opened.endpoint().name());
        }
        var control = conversation.details().control();
        if (control != null && control.blocksUs(w.now())) {
            return w.text("shut.control", SystemLines.party(w, control.party()));
        }
        return switch (opened.window()) {
            case ReplyWindowState.Closed(var at, _) when at == null -> w.text("shut.never");
            case ReplyWindowState.Closed(var at, var extensionWouldHelp) ->
                    w.text(
                            extensionWouldHelp ? "shut.window.extension" : "shut.window",
                            w.texts().dateTime(at));
            case ReplyWindowState.Open _, ReplyWindowState.Extended _ -> null;
        };
    }

    static WindowView view(ReplyWindowState window) {
        return switch (window) {
            case ReplyWindowState.Open(var until) -> new WindowView(WindowView.Kind.OPEN, until);
            case ReplyWindowState.Extended(var until) ->
                    new WindowView(WindowView.Kind.EXTENDED, until);
            case ReplyWindowState.Closed _ -> WindowView.closed();
        };
    }

    /// Calculates one window.
    interface WindowCalculator {
        WindowView of(Endpoint endpoint, @Nullable Instant lastCustomerAct);
    }
}
