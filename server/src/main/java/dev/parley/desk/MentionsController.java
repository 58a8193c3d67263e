package dev.parley.desk;

import dev.parley.conversation.Mentions;
import dev.parley.conversation.MessageId;
import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The colleagues who can be mentioned in a note, and the list of a user's own mentions.
@Controller
class MentionsController {
    private static final String LIST = "/desk/mentions";

    private final Templates templates;
    private final ConversationAccess access;
    private final Mentions mentions;
    private final MentionsReader reader;
    private final Clock clock;

    MentionsController(
            Templates templates,
            ConversationAccess access,
            Mentions mentions,
            MentionsReader reader,
            Clock clock) {
        this.templates = templates;
        this.access = access;
        this.mentions = mentions;
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping("/desk/conversations/{id}/colleagues")
    JteModel colleagues(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String typed) {
        var conversation = access.require(id, me);
        return templates.deskColleagues(
                words(frame), mentions.offered(conversation, me, typed), !typed.isBlank());
    }

    /// @param gone present when the requested mention can no longer be shown
    @GetMapping(LIST)
    JteModel list(
            PageFrame frame,
            SignedIn me,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String gone) {
        var w = words(frame);
        return templates.deskMentions(frame, w, reader.read(w, me, page), gone != null);
    }

    /// Shows the conversation at the note, and marks the mention as read. A conversation that the
    /// user can no longer read is not in the list either.
    @GetMapping(LIST + "/{note}")
    Answer open(SignedIn me, @PathVariable UUID note) {
        return mentions.read(me, new MessageId(note))
                .map(id -> "/desk/conversations/" + id.value() + "?at=" + note)
                .map(Answer::redirect)
                .orElseGet(() -> Answer.redirect(LIST + "?gone"));
    }

    @PostMapping(LIST + "/read")
    Answer readAll(SignedIn me) {
        mentions.readAll(me);
        return Answer.redirect(LIST);
    }

    private DeskTexts words(PageFrame frame) {
        return DeskTexts.of(frame, clock.instant());
    }
}
