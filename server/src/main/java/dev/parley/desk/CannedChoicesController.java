package dev.parley.desk;

import dev.parley.conversation.Access;
import dev.parley.desk.view.CannedChoicesView;
import dev.parley.desk.view.CannedChoicesView.Line;
import dev.parley.desk.view.DeskTexts;
import dev.parley.engagement.CannedAnswer;
import dev.parley.engagement.CannedAnswerId;
import dev.parley.engagement.CannedAnswerSearch;
import dev.parley.engagement.Library;
import dev.parley.engagement.SlugText;
import dev.parley.engagement.SlugValues;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.PageFrame;
import dev.parley.workstream.Workstreams;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The canned answers that an agent can insert in a conversation, with their slugs replaced.
@Controller
class CannedChoicesController {
    private final ConversationAccess access;
    private final CannedAnswerSearch search;
    private final Workstreams workstreams;
    private final SlugValuesReader slugValues;
    private final Templates templates;
    private final Clock clock;

    CannedChoicesController(
            ConversationAccess access,
            CannedAnswerSearch search,
            Workstreams workstreams,
            SlugValuesReader slugValues,
            Templates templates,
            Clock clock) {
        this.access = access;
        this.search = search;
        this.workstreams = workstreams;
        this.slugValues = slugValues;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/desk/conversations/{id}/canned-answers")
    JteModel find(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "false") boolean personal) {
        Access.mustAct(me);
        var opened = access.open(id, me);
        var handling = workstreams.handlingOf(opened.conversation().details().address().at());
        var language = handling.settings().language().tag();
        var found = search.find(me, handling.workstream().id(), language, typed, personal);
        var w = DeskTexts.of(frame, clock.instant());
        var values = slugValues.of(opened);
        var view =
                new CannedChoicesView(
                        found.answers().stream()
                                .map(answer -> line(w, values, answer, language))
                                .toList(),
                        found.more(),
                        !typed.isBlank());
        return templates.deskCannedChoices(w, view);
    }

    @PostMapping("/desk/conversations/{id}/canned-answers/{answer}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recordUse(SignedIn me, @PathVariable UUID id, @PathVariable UUID answer) {
        Access.mustAct(me);
        access.require(id, me);
        search.recordUse(me, new CannedAnswerId(answer));
    }

    private static Line line(DeskTexts w, SlugValues values, CannedAnswer answer, String language) {
        var content = answer.content();
        var other = !content.language().equals(language);
        return new Line(
                answer.id().value(),
                content.title(),
                content.language(),
                other ? String.valueOf(w.language(content.language())) : "",
                content.tags(),
                SlugText.filled(content.text(), values),
                answer.library() == Library.PERSONAL);
    }
}
