package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.ParticipantsView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import dev.parley.workspace.DraftMode;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Finds the parts of an open conversation that have changed, or why it cannot be read any more.
@Component
class ConversationChanges {
    private final Templates templates;
    private final ConversationAccess access;
    private final ConversationReader reader;
    private final ReadMarks readMarks;
    private final ConflictTexts conflictTexts;

    ConversationChanges(
            Templates templates,
            ConversationAccess access,
            ConversationReader reader,
            ReadMarks readMarks,
            ConflictTexts conflictTexts) {
        this.templates = templates;
        this.access = access;
        this.reader = reader;
        this.readMarks = readMarks;
        this.conflictTexts = conflictTexts;
    }

    void add(PageFrame frame, DeskTexts w, SignedIn me, ChangedParts parts) {
        var id = parts.shown().conversation();
        var shown = parts.shown();
        if (id == null || !(shown.compares(PagePart.TIMELINE) || shown.compares(PagePart.TYPING))) {
            return;
        }
        var found = access.find(id, me);
        found.ifPresentOrElse(opened -> add(w, opened, parts), () -> addNobody(w, id, parts));
        parts.add(
                templates.deskRefusal(
                        found.isPresent()
                                ? ""
                                : conflictTexts.orUnavailable(frame, me, new ConversationId(id))));
    }

    /// Who can no longer read it is not in it.
    private void addNobody(DeskTexts w, UUID id, ChangedParts parts) {
        parts.add(
                PagePart.PARTICIPANTS,
                () -> new ParticipantsView(id, "", List.of()),
                view -> templates.deskParticipants(w, view));
    }

    private void add(DeskTexts w, Opened opened, ChangedParts parts) {
        var shown = parts.shown();
        var read = shown.reading() && readMarks.read(opened, shown.pageKey());
        parts.add(
                PagePart.HEAD,
                () -> reader.head(w, opened),
                view -> templates.deskHead(w, view, shown.view()));
        parts.add(
                PagePart.PARTICIPANTS,
                () -> reader.participants(w, opened),
                view -> templates.deskParticipants(w, view));
        parts.add(
                PagePart.CONTROL,
                () -> reader.control(w, opened),
                view -> templates.deskControl(w, view));
        parts.add(
                PagePart.WRAP_UP,
                () -> reader.wrapUp(w, opened),
                view -> templates.deskWrapUp(w, view));
        parts.add(
                PagePart.COMPOSER_STATE,
                () -> ComposerReader.state(w, opened),
                view -> templates.deskComposerState(w, view));
        parts.add(
                PagePart.TYPING,
                () -> reader.typing(w, opened),
                view -> templates.deskTyping(w, view));
        addDraft(PagePart.DRAFT, DraftMode.REPLY, w, opened, parts);
        addDraft(PagePart.DRAFT_NOTE, DraftMode.NOTE, w, opened, parts);
        parts.add(
                PagePart.CUSTOMER,
                () -> reader.customer(w, opened),
                view -> templates.deskCustomer(w, view));
        if (shown.compares(PagePart.TIMELINE)) {
            addTimeline(w, opened, parts, read);
        }
    }

    /// @param read whether the agent has just read all messages
    private void addTimeline(DeskTexts w, Opened opened, ChangedParts parts, boolean read) {
        var shown = parts.shown();
        var timeline = reader.timeline(w, opened, shown.from(), read);
        parts.add(
                PagePart.TIMELINE,
                timeline.version(w),
                () -> templates.deskTimeline(w, timeline, shown.entries()));
    }

    private void addDraft(
            PagePart part, DraftMode mode, DeskTexts w, Opened opened, ChangedParts parts) {
        parts.add(
                part,
                () -> reader.draft(opened, mode),
                view -> templates.deskDraft(w, part.id(), view));
    }
}
