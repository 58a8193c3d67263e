package dev.parley.desk;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.ConversationRestart;
import dev.parley.conversation.Moves;
import dev.parley.conversation.Participants;
import dev.parley.conversation.TakeOvers;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.ConversationState;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.HeadView;
import dev.parley.desk.view.UndoView;
import dev.parley.platform.language.Keys;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the head of an open conversation: who and what it is, and which moves are possible.
@Component
class HeadReader {
    private final Moves moves;
    private final ConversationRestart restart;
    private final DisplayNames names;
    private final PrivacyReader privacy;
    private final TimeOutReader timeOut;

    HeadReader(
            Moves moves,
            ConversationRestart restart,
            DisplayNames names,
            PrivacyReader privacy,
            TimeOutReader timeOut) {
        this.moves = moves;
        this.restart = restart;
        this.names = names;
        this.privacy = privacy;
        this.timeOut = timeOut;
    }

    HeadView read(DeskTexts w, Opened opened) {
        var conversation = opened.conversation();
        var state = conversation.state();
        var agent = conversation.agent();
        var acts = opened.mine() && opened.mayAct();
        return new HeadView(
                conversation.id().value(),
                conversation.details().number(),
                CustomerNames.name(w, opened),
                CustomerNames.picture(opened.customer()),
                opened.endpoint().name(),
                names.ofTags(conversation.id()),
                opened.customer().sample(),
                view(conversation),
                agent == null ? null : names.ofUsers(Stream.of(agent), opened.me()).get(agent),
                opened.mine(),
                conversation instanceof Conversation.Waiting waiting
                        ? waiting.snoozedUntil()
                        : null,
                opened.mayAct() && state == State.OPEN,
                TakeOvers.isPossible(conversation, opened.me()),
                acts && state == State.ACTIVE,
                Participants.mayAsk(conversation, opened.me()),
                acts && state == State.ACTIVE,
                acts && (state == State.ACTIVE || state == State.WAITING),
                acts && state == State.WAITING,
                acts && state == State.ACTIVE,
                acts && conversation instanceof Conversation.WrapUp,
                opened.mayAct() && restart.isPossible(conversation),
                opened.mayAct(),
                acts ? undo(conversation) : null,
                privacy.read(w, opened),
                timeOut.read(w, opened));
    }

    private @Nullable UndoView undo(Conversation conversation) {
        return moves.undoOf(conversation)
                .map(undo -> new UndoView(Keys.word(undo.what().name()), undo.until()))
                .orElse(null);
    }

    private static ConversationState view(Conversation conversation) {
        return conversation instanceof Conversation.Closing
                ? ConversationState.CLOSING
                : ConversationState.of(conversation.state());
    }
}
