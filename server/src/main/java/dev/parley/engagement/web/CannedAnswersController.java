package dev.parley.engagement.web;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.engagement.CannedAnswer;
import dev.parley.engagement.CannedAnswerChange;
import dev.parley.engagement.CannedAnswerId;
import dev.parley.engagement.CannedAnswers;
import dev.parley.engagement.web.view.CannedAnswerForm;
import dev.parley.engagement.web.view.CannedAnswersView;
import dev.parley.engagement.web.view.Place;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Lists, creates, changes and deletes canned answers: in the administration the shared ones,
/// beside the account the agent's own.
@Controller
@RequestMapping({"/admin/canned-answers", "/account/canned-answers"})
class CannedAnswersController {
    private static final List<String> SORTS = List.of("title", "language", "created", "-changed");

    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "created", "engagement.canned.created",
                            "saved", "engagement.canned.saved",
                            "deleted", "engagement.canned.deleted",
                            "imported", "engagement.canned.import.done"));

    private final CannedAnswers answers;
    private final CannedAnswerScreen page;
    private final EditConflict editConflict;

    CannedAnswersController(
            CannedAnswers answers, CannedAnswerScreen page, EditConflict editConflict) {
        this.answers = answers;
        this.page = page;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel list(PageFrame frame, SignedIn me, @RequestParam Map<String, String> parameters) {
        var place = Place.of(frame, Place.CANNED_ANSWERS);
        var listing = Listing.of(place.address(), parameters, SORTS);
        var found = answers.list(me, place.library(), listing.pageRequest());
        return page.list(
                frame,
                new CannedAnswersView(
                        place,
                        listing,
                        page.lines(frame, found.rows()),
                        found.all(),
                        NOTICES.text(frame, parameters)));
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame) {
        return page.showNew(frame, CannedAnswerForm.empty(frame.t().language()), Problems.NONE);
    }

    @PostMapping("/new")
    Answer create(PageFrame frame, SignedIn me, FormInput typed) {
        var place = Place.of(frame, Place.CANNED_ANSWERS);
        var form = CannedAnswerForm.typed(typed);
        return switch (answers.create(me, place.library(), form.draft())) {
            case CannedAnswerChange.Done _ -> Answer.redirect(place.address() + "?created");
            case CannedAnswerChange.Flawed(var flaws) ->
                    Answer.invalid(
                            page.showNew(frame, form, FlawTexts.problems(frame.t(), form, flaws)));
            case CannedAnswerChange.Conflict _, CannedAnswerChange.Gone _ ->
                    throw new IllegalStateException("A new canned answer cannot conflict");
        };
    }

    @GetMapping("/{id}")
    JteModel show(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters) {
        var answer = answer(frame, me, id);
        return page.show(
                frame,
                answer,
                CannedAnswerForm.of(answer),
                Problems.NONE,
                NOTICES.text(frame, parameters));
    }

    @PostMapping("/{id}")
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var place = Place.of(frame, Place.CANNED_ANSWERS);
        var form = CannedAnswerForm.typed(typed);
        var answer = new CannedAnswerId(id);
        return switch (answers.change(me, place.library(), answer, form.revision(), form.draft())) {
            case CannedAnswerChange.Done _ -> Answer.redirect(place.address() + "?saved");
            case CannedAnswerChange.Flawed(var flaws) ->
                    again(
                            frame,
                            answer(frame, me, id),
                            form,
                            FlawTexts.problems(frame.t(), form, flaws));
            case CannedAnswerChange.Conflict(var now) ->
                    again(
                            frame,
                            now,
                            form.over(now.revision()),
                            editConflict.problem(frame, now.changedBy(), now.changedAt()));
            case CannedAnswerChange.Gone() ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/{id}/deletion")
    Answer delete(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var place = Place.of(frame, Place.CANNED_ANSWERS);
        answers.delete(me, place.library(), new CannedAnswerId(id));
        return Answer.redirect(place.address() + "?deleted");
    }

    private Answer again(
            PageFrame frame, CannedAnswer answer, CannedAnswerForm form, Problems problems) {
        return Answer.invalid(page.show(frame, answer, form, problems, ""));
    }

    private CannedAnswer answer(PageFrame frame, SignedIn me, UUID id) {
        return answers.byId(
                        me, Place.of(frame, Place.CANNED_ANSWERS).library(), new CannedAnswerId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
