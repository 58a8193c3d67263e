package dev.parley.desk;

import dev.parley.channel.ConversationControl.Party;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Messages;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.ControlView;
import dev.parley.desk.view.ControlView.Target;
import dev.parley.desk.view.DeskTexts;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the line that shows which app controls the conversation in the channel.
@Component
class ConversationControls {
    private final Messages messages;

    ConversationControls(Messages messages) {
        this.messages = messages;
    }

    ControlView of(DeskTexts w, Opened opened) {
        var conversation = opened.conversation();
        var control = conversation.details().control();
        var away = control != null && control.blocksUs(w.now());
        var ours = control != null && control.isUs(w.now());
        var mine = opened.mayWrite();
        return new ControlView(
                conversation.id().value(),
                conversation.state() == State.CLOSED || control == null
                        ? null
                        : holder(w, control.party(), away, ours),
                mine && away,
                mine && away,
                mine && ours ? targets(w, opened) : List.of(),
                mine && ours);
    }

    private static @Nullable String holder(
            DeskTexts w, @Nullable Party party, boolean away, boolean ours) {
        if (ours) {
            return w.text("control.ours");
        }
        return away ? w.text("control.theirs", SystemLines.party(w, party)) : null;
    }

    /// The channel's own inbox, and the apps that controlled this conversation before.
    private List<Target> targets(DeskTexts w, Opened opened) {
        var apps = messages.appsIn(opened.conversation().id()).stream();
        return Stream.concat(
                        Stream.of(new Target("", w.text("party.inbox"))),
                        apps.map(app -> new Target(app, w.text("party.app.named", app))))
                .toList();
    }
}
