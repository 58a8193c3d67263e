package dev.parley.desk;

import dev.parley.attachment.UploadRules;
import dev.parley.attachment.WaitingUploads;
import dev.parley.channel.Channels;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Moves;
import dev.parley.conversation.Replies;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.Threads.Stretch;
import dev.parley.desk.view.ComposerView;
import dev.parley.desk.view.ConversationView;
import dev.parley.desk.view.CustomerView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.EarlierView;
import dev.parley.desk.view.HeadView;
import dev.parley.desk.view.ThreadView;
import dev.parley.desk.view.UndoView;
import dev.parley.desk.view.UploadView;
import dev.parley.platform.language.Keys;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the views of the regions of an open conversation.
@Component
class ConversationReader {
    private final Conversations conversations;
    private final Moves moves;
    private final Threads threads;
    private final Replies replies;
    private final RoutingReasons reasons;
    private final UploadRules uploadRules;
    private final WaitingUploads waitingUploads;
    private final ThreadControls controls;
    private final DisplayNames names;
    private final Channels channels;

    ConversationReader(
            Conversations conversations,
            Moves moves,
            Threads threads,
            Replies replies,
            RoutingReasons reasons,
            UploadRules uploadRules,
            WaitingUploads waitingUploads,
            ThreadControls controls,
            DisplayNames names,
            Channels channels) {
        this.conversations = conversations;
        this.moves = moves;
        this.threads = threads;
        this.replies = replies;
        this.reasons = reasons;
        this.uploadRules = uploadRules;
        this.waitingUploads = waitingUploads;
        this.controls = controls;
        this.names = names;
        this.channels = channels;
    }

    ConversationView whole(DeskTexts w, Opened opened) {
        return new ConversationView(
                head(w, opened),
                thread(w, opened, Stretch.NEWEST),
                controls.of(w, opened),
                composer(w, opened),
                customer(w, opened));
    }

    HeadView head(DeskTexts w, Opened opened) {
        var conversation = opened.conversation();
        var state = conversation.state();
        var agent = conversation.agent();
        var acts = opened.mine() && opened.mayAct();
        return new HeadView(
                conversation.id().value(),
                conversation.talk().number(),
                CustomerNames.name(w, opened.customer()),
                CustomerNames.picture(opened.customer()),
                opened.endpoint().name(),
                view(conversation),
                agent == null ? null : names.ofUsers(Stream.of(agent)).get(agent),
                opened.mine(),
                opened.mayAct() && state == State.OPEN,
                acts && state == State.ACTIVE,
                acts && state == State.WAITING,
                acts && state == State.ACTIVE,
                acts && conversation instanceof Conversation.WrapUp,
                acts ? undo(conversation) : null);
    }

    private @Nullable UndoView undo(Conversation conversation) {
        return moves.undoOf(conversation)
                .map(undo -> new UndoView(Keys.word(undo.what().name()), undo.until()))
                .orElse(null);
    }

    ThreadView thread(DeskTexts w, Opened opened, Stretch stretch) {
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

    ComposerView composer(DeskTexts w, Opened opened) {
        var rules = channels.rulesOf(opened.conversation().talk().address().channel());
        var window = replies.windowOf(opened.conversation());
        return new ComposerView(
                opened.conversation().id().value(),
                CustomerNames.name(w, opened.customer()),
                ReplyWindows.view(window),
                opened.mayAct()
                        ? ReplyWindows.closedReason(w, opened, window)
                        : w.text("shut.reader"),
                rules.texts(),
                rules.files().sent().file(),
                uploadRules.mayAttach(opened.conversation()),
                waiting(opened));
    }

    private List<UploadView> waiting(Opened opened) {
        var files = waitingUploads.of(opened.conversation().id(), opened.me().userId());
        return files.stream().map(UploadView::of).toList();
    }

    CustomerView customer(DeskTexts w, Opened opened) {
        var customer = opened.customer();
        var address = opened.conversation().talk().address();
        return new CustomerView(
                opened.conversation().id().value(),
                CustomerNames.name(w, customer),
                CustomerNames.picture(customer),
                customer.locale(),
                customer.timezone(),
                channels.rulesOf(address.channel()).name(),
                opened.endpoint().name(),
                shortened(address.person()),
                customer.since(),
                earlier(w, opened.conversation()),
                reasons.why(w, opened.conversation()));
    }

    private List<EarlierView> earlier(DeskTexts w, Conversation shown) {
        return conversations.of(shown.talk().address()).stream()
                .filter(other -> other.talk().openedAt().isBefore(shown.talk().openedAt()))
                .map(other ->
                        new EarlierView(
                                other.id().value(),
                                other.talk().number(),
                                dev.parley.desk.view.ConversationState.of(other.state()),
                                other.talk().openedAt(),
                                w.texts().dateTime(other.talk().lastMessageAt())))
                .toList();
    }

    private static dev.parley.desk.view.ConversationState view(Conversation conversation) {
        return conversation instanceof Conversation.Closing
                ? dev.parley.desk.view.ConversationState.CLOSING
                : dev.parley.desk.view.ConversationState.of(conversation.state());
    }

    private static String shortened(String person) {
        return person.length() <= 10 ? person : "…" + person.substring(person.length() - 8);
    }
}
