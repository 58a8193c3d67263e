package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.conversation.InternalNotes;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import dev.parley.workspace.DraftKey;
import dev.parley.workspace.DraftMode;
import dev.parley.workspace.Drafts;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The internal notes of a conversation.
@Controller
class InternalNotesController {
    private final InternalNotes notes;
    private final Drafts drafts;
    private final ConflictTexts conflictTexts;

    InternalNotesController(InternalNotes notes, Drafts drafts, ConflictTexts conflictTexts) {
        this.notes = notes;
        this.drafts = drafts;
        this.conflictTexts = conflictTexts;
    }

    /// Adds a note, and deletes its draft.
    ///
    /// @param form all parameters again: `draft` are the revisions of the draft that is added
    @PostMapping("/desk/conversations/{id}/notes")
    ResponseEntity<String> add(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam String text,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> form) {
        var conversation = new ConversationId(id);
        return switch (notes.add(me, conversation, text, key.toString())) {
            case ADDED -> {
                drafts.sent(
                        new DraftKey(me.userId(), conversation, DraftMode.NOTE),
                        DraftsController.revisions(form, "draft"));
                yield ResponseEntity.noContent().build();
            }
            case EMPTY -> TextResponse.of(422, frame.text("desk.internalNote.empty"));
            case TOO_LONG ->
                    TextResponse.of(
                            422, frame.text("desk.internalNote.tooLong", InternalNotes.LONGEST));
            case NOT_ALLOWED ->
                    TextResponse.of(
                            403,
                            conflictTexts
                                    .whyLeft(frame, me, conversation)
                                    .orElse(frame.text("desk.internalNote.notAllowed")));
        };
    }
}
