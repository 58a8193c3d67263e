package dev.parley.privacy.web;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.privacy.Masking;
import dev.parley.privacy.MaskingChange;
import dev.parley.privacy.MaskingDirection;
import dev.parley.privacy.MaskingRule;
import dev.parley.privacy.MaskingRuleId;
import dev.parley.privacy.MaskingRules;
import dev.parley.privacy.MaskingTrial;
import dev.parley.privacy.web.view.MaskingForm;
import dev.parley.privacy.web.view.MaskingListView.TryOut;
import gg.jte.models.runtime.JteModel;
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

/// Lists, creates, changes and deletes masking rules, and tries them out.
@Controller
@RequestMapping(MaskingController.ADDRESS)
class MaskingController {
    static final String ADDRESS = "/admin/masking";

    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "created", "masking.created",
                            "saved", "masking.saved",
                            "deleted", "masking.deleted"));

    private final MaskingRules rules;
    private final Masking masking;
    private final MaskingScreen screen;
    private final EditConflict editConflict;

    MaskingController(
            MaskingRules rules, Masking masking, MaskingScreen screen, EditConflict editConflict) {
        this.rules = rules;
        this.masking = masking;
        this.screen = screen;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel list(PageFrame frame, SignedIn me, @RequestParam Map<String, String> parameters) {
        return screen.list(frame, rules.all(me), TryOut.EMPTY, NOTICES.text(frame, parameters));
    }

    /// Shows a text as the active rules mask it. Changes nothing.
    @PostMapping("/test")
    Answer tryAll(PageFrame frame, SignedIn me, FormInput typed) {
        var text = typed.verbatim("sample").strip();
        var direction =
                typed.one("direction", MaskingDirection.class).orElse(MaskingDirection.CUSTOMER);
        var problem = sampleProblem(frame, text);
        var shown = problem.isEmpty() ? masking.current().text(text, direction) : "";
        var page =
                screen.list(frame, rules.all(me), new TryOut(direction, text, shown, problem), "");
        return problem.isEmpty() ? Answer.show(page) : Answer.invalid(page);
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame) {
        return screen.showNew(frame, MaskingForm.EMPTY, "", Problems.NONE);
    }

    @PostMapping("/new")
    Answer create(PageFrame frame, SignedIn me, FormInput typed) {
        var form = MaskingForm.typed(typed);
        return switch (rules.create(me, form.draft())) {
            case MaskingChange.Done _ -> Answer.redirect(ADDRESS + "?created");
            case MaskingChange.Flawed(var flaws) ->
                    Answer.invalid(
                            screen.showNew(
                                    frame, form, "", MaskingTexts.problems(frame.t(), flaws)));
            case MaskingChange.Conflict _, MaskingChange.Gone _ ->
                    throw new IllegalStateException("A new masking rule cannot conflict");
        };
    }

    /// Shows the form again with what its expression would mask. Saves nothing.
    @PostMapping("/new/test")
    Answer tryNew(PageFrame frame, SignedIn me, FormInput typed) {
        var form = MaskingForm.typed(typed);
        var trial = trial(frame, me, form);
        var page = screen.showNew(frame, form, trial.shown, trial.problems);
        return trial.problems.isEmpty() ? Answer.show(page) : Answer.invalid(page);
    }

    @GetMapping("/{id}")
    JteModel show(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var rule = rule(me, id);
        return screen.show(frame, rule, MaskingForm.of(rule), "", Problems.NONE, "");
    }

    @PostMapping("/{id}")
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var form = MaskingForm.typed(typed);
        return switch (rules.change(me, new MaskingRuleId(id), form.revision(), form.draft())) {
            case MaskingChange.Done _ -> Answer.redirect(ADDRESS + "?saved");
            case MaskingChange.Flawed(var flaws) ->
                    again(frame, rule(me, id), form, MaskingTexts.problems(frame.t(), flaws));
            case MaskingChange.Conflict(var now) ->
                    again(
                            frame,
                            now,
                            form.over(now.revision()),
                            editConflict.problem(frame, now.changedBy(), now.changedAt()));
            case MaskingChange.Gone() -> throw gone();
        };
    }

    @PostMapping("/{id}/test")
    Answer tryChanged(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var form = MaskingForm.typed(typed);
        var trial = trial(frame, me, form);
        var page = screen.show(frame, rule(me, id), form, trial.shown, trial.problems, "");
        return trial.problems.isEmpty() ? Answer.show(page) : Answer.invalid(page);
    }

    @PostMapping("/{id}/deletion")
    Answer delete(SignedIn me, @PathVariable UUID id) {
        rules.delete(me, new MaskingRuleId(id));
        return Answer.redirect(ADDRESS + "?deleted");
    }

    private Trial trial(PageFrame frame, SignedIn me, MaskingForm form) {
        var problem = sampleProblem(frame, form.sample());
        if (!problem.isEmpty()) {
            return new Trial("", Problems.with("sample", problem));
        }
        return switch (rules.tryOut(me, form.draft().expression(), form.sample())) {
            case MaskingTrial.Masked(var text) -> new Trial(text, Problems.NONE);
            case MaskingTrial.Flawed(var flaws) ->
                    new Trial("", MaskingTexts.problems(frame.t(), flaws));
        };
    }

    private static String sampleProblem(PageFrame frame, String sample) {
        if (sample.isBlank()) {
            return frame.text("masking.test.fill");
        }
        return sample.length() > TryOut.LONGEST
                ? frame.text("admin.tooLong", frame.text("masking.test.text"), TryOut.LONGEST)
                : "";
    }

    private Answer again(PageFrame frame, MaskingRule rule, MaskingForm form, Problems problems) {
        return Answer.invalid(screen.show(frame, rule, form, "", problems, ""));
    }

    private MaskingRule rule(SignedIn me, UUID id) {
        return rules.byId(me, new MaskingRuleId(id)).orElseThrow(MaskingController::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private record Trial(String shown, Problems problems) {}
}
