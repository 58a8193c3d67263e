package dev.parley.desk;

import dev.parley.attachment.Uploads;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.TextParts;
import dev.parley.desk.Opening.Opened;
import dev.parley.desk.Threads.Stretch;
import dev.parley.desk.view.ComposerView;
import dev.parley.desk.view.ConversationView;
import dev.parley.desk.view.CustomerView;
import dev.parley.desk.view.EarlierView;
import dev.parley.desk.view.HeadView;
import dev.parley.desk.view.ThreadView;
import dev.parley.desk.view.UploadView;
import dev.parley.desk.view.Words;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Makes the regions of an open conversation.
@Component
class ConversationReader {
    private final Conversations conversations;
    private final Threads threads;
    private final Windows windows;
    private final Reasons reasons;
    private final Uploads uploads;
    private final ThreadControls controls;
    private final Names names;

    ConversationReader(
            Conversations conversations,
            Threads threads,
            Windows windows,
            Reasons reasons,
            Uploads uploads,
            ThreadControls controls,
            Names names) {
        this.conversations = conversations;
        this.threads = threads;
        this.windows = windows;
        this.reasons = reasons;
        this.uploads = uploads;
        this.controls = controls;
        this.names = names;
    }

    ConversationView whole(Words w, Opened opened) {
        return new ConversationView(
                head(w, opened),
                thread(w, opened, Stretch.NEWEST),
                controls.of(w, opened),
                composer(w, opened),
                customer(w, opened));
    }

    HeadView head(Words w, Opened opened) {
        var conversation = opened.conversation();
        var state = conversation.state();
        var agent = conversation.agent();
        return new HeadView(
                conversation.id().value(),
                conversation.talk().number(),
                Faces.name(w, opened.customer()),
                Faces.picture(opened.customer()),
                pageOf(conversation),
                view(state),
                agent == null ? null : names.ofUsers(Stream.of(agent)).get(agent),
                opened.mine(),
                state == State.OPEN,
                opened.mine() && state == State.ACTIVE,
                opened.mine() && state == State.WAITING,
                opened.mine() && state == State.ACTIVE,
                opened.mine() && state == State.WRAP_UP);
    }

    ThreadView thread(Words w, Opened opened, Stretch stretch) {
        var conversation = opened.conversation();
        return threads.read(
                w,
                conversation,
                Faces.name(w, opened.customer()),
                sendingAgain(w, opened),
                opened.mine() ? conversations.unreadOf(conversation.id()) : 0,
                stretch);
    }

    private SendingAgain sendingAgain(Words w, Opened opened) {
        var conversation = opened.conversation();
        return new SendingAgain(
                windows.shut(w, conversation, opened.mine()) == null,
                windows.windowOf(conversation),
                conversation.talk().lastCustomerActAt());
    }

    ComposerView composer(Words w, Opened opened) {
        return new ComposerView(
                opened.conversation().id().value(),
                Faces.name(w, opened.customer()),
                windows.of(opened.conversation()),
                windows.shut(w, opened.conversation(), opened.mine()),
                TextParts.LONGEST,
                uploads.mayAttach(opened.conversation()),
                waiting(opened));
    }

    private List<UploadView> waiting(Opened opened) {
        var files = uploads.waiting(opened.conversation().id(), opened.me().userId());
        return files.stream().map(UploadView::of).toList();
    }

    CustomerView customer(Words w, Opened opened) {
        var customer = opened.customer();
        var address = opened.conversation().talk().address();
        return new CustomerView(
                opened.conversation().id().value(),
                Faces.name(w, customer),
                Faces.picture(customer),
                customer.locale(),
                customer.timezone(),
                pageOf(opened.conversation()),
                shortened(address.person()),
                customer.since(),
                earlier(w, opened.conversation()),
                reasons.why(w, opened.conversation()));
    }

    private List<EarlierView> earlier(Words w, Conversation shown) {
        return conversations.of(shown.talk().address()).stream()
                .filter(other -> other.talk().openedAt().isBefore(shown.talk().openedAt()))
                .map(other ->
                        new EarlierView(
                                other.id().value(),
                                other.talk().number(),
                                view(other.state()),
                                other.talk().openedAt(),
                                w.texts().dateTime(other.talk().lastMessageAt())))
                .toList();
    }

    private String pageOf(Conversation conversation) {
        return names.ofPage(conversation.talk().address().page());
    }

    private static dev.parley.desk.view.State view(State state) {
        return dev.parley.desk.view.State.valueOf(state.name());
    }

    private static String shortened(String person) {
        return person.length() <= 10 ? person : "…" + person.substring(person.length() - 8);
    }
}
