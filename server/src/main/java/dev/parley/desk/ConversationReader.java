package dev.parley.desk;

import dev.parley.conversation.Messages.Place;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.TimelineViews.Stretch;
import dev.parley.desk.view.ControlView;
import dev.parley.desk.view.ConversationView;
import dev.parley.desk.view.CustomerView;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.DraftView;
import dev.parley.desk.view.HeadView;
import dev.parley.desk.view.ParticipantsView;
import dev.parley.desk.view.TimelineView;
import dev.parley.desk.view.TypingView;
import dev.parley.desk.view.WrapUpView;
import dev.parley.workspace.DraftMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the view of an open conversation, with all of its regions.
@Component
class ConversationReader {
    private final HeadReader head;
    private final TimelineReader timeline;
    private final ConversationControls controls;
    private final ComposerReader composer;
    private final CustomerReader customer;
    private final WrapUpReader wrapUp;
    private final ParticipantsReader participants;

    ConversationReader(
            HeadReader head,
            TimelineReader timeline,
            ConversationControls controls,
            ComposerReader composer,
            CustomerReader customer,
            WrapUpReader wrapUp,
            ParticipantsReader participants) {
        this.head = head;
        this.timeline = timeline;
        this.controls = controls;
        this.composer = composer;
        this.customer = customer;
        this.wrapUp = wrapUp;
        this.participants = participants;
    }

    /// @param at the message at which it is opened; null for the newest
    ConversationView read(DeskTexts w, Opened opened, @Nullable UUID at) {
        return new ConversationView(
                head(w, opened),
                participants(w, opened),
                timeline.readAt(w, opened, at),
                control(w, opened),
                wrapUp(w, opened),
                composer.read(w, opened),
                customer(w, opened));
    }

    HeadView head(DeskTexts w, Opened opened) {
        return head.read(w, opened);
    }

    /// @param from the first entry; null for the newest page
    /// @param read whether the agent has just read all messages
    TimelineView timeline(DeskTexts w, Opened opened, @Nullable Place from, boolean read) {
        return timeline.read(w, opened, new Stretch(from, null), read);
    }

    ControlView control(DeskTexts w, Opened opened) {
        return controls.of(w, opened);
    }

    DraftView draft(Opened opened, DraftMode mode) {
        return composer.draft(opened, mode);
    }

    TypingView typing(DeskTexts w, Opened opened) {
        return composer.typing(w, opened);
    }

    ParticipantsView participants(DeskTexts w, Opened opened) {
        return participants.read(w, opened);
    }

    WrapUpView wrapUp(DeskTexts w, Opened opened) {
        return wrapUp.read(w, opened);
    }

    CustomerView customer(DeskTexts w, Opened opened) {
        return customer.read(w, opened);
    }
}
