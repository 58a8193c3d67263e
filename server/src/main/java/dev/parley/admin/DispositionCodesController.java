package dev.parley.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.view.DispositionCodeForm;
import dev.parley.admin.view.DispositionCodeView;
import dev.parley.admin.view.DispositionCodesView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.language.Language;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.DispositionCode;
import dev.parley.workstream.DispositionCodeChange;
import dev.parley.workstream.DispositionCodeDraft;
import dev.parley.workstream.DispositionCodeId;
import dev.parley.workstream.DispositionCodes;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Lists, creates and changes the disposition codes of the installation.
@Controller
@RequestMapping(DispositionCodesController.ADDRESS)
class DispositionCodesController {
    static final String ADDRESS = "/admin/disposition-codes";

    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "created", "teamwork.disposition.created",
                            "saved", "teamwork.disposition.saved"));

    private final Templates templates;
    private final DispositionCodes codes;
    private final UserNames names;
    private final EditConflict editConflict;

    DispositionCodesController(
            Templates templates,
            DispositionCodes codes,
            UserNames names,
            EditConflict editConflict) {
        this.templates = templates;
        this.codes = codes;
        this.names = names;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel list(PageFrame frame, @RequestParam Map<String, String> parameters) {
        var lines = codes.all().stream().map(code -> line(frame, code)).toList();
        return templates.adminDispositionCodes(
                frame, new DispositionCodesView(lines, NOTICES.text(frame, parameters)));
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame) {
        var last =
                codes.active().stream().mapToInt(code -> code.content().position()).max().orElse(0);
        var next = Math.min(last + 1, DispositionCodeDraft.LAST_POSITION);
        return show(frame, null, DispositionCodeForm.empty(next), Problems.NONE);
    }

    @PostMapping("/new")
    Answer create(PageFrame frame, SignedIn me, FormInput typed) {
        var form = DispositionCodeForm.typed(typed);
        var problems = problems(frame, form);
        return problems.isEmpty()
                ? answer(frame, null, form, codes.create(form.draft(), me.userId()), "?created")
                : Answer.invalid(show(frame, null, form, problems));
    }

    @GetMapping("/{id}")
    JteModel show(PageFrame frame, @PathVariable UUID id) {
        var code = code(id);
        return show(frame, code, DispositionCodeForm.of(code), Problems.NONE);
    }

    @PostMapping("/{id}")
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var code = code(id);
        var form = DispositionCodeForm.typed(typed);
        var problems = problems(frame, form);
        if (!problems.isEmpty()) {
            return Answer.invalid(show(frame, code, form, problems));
        }
        var result = codes.change(code.id(), form.revision(), form.draft(), me.userId());
        return answer(frame, code, form, result, "?saved");
    }

    private Answer answer(
            PageFrame frame,
            @Nullable DispositionCode code,
            DispositionCodeForm form,
            DispositionCodeChange result,
            String notice) {
        return switch (result) {
            case DispositionCodeChange.Done _ -> Answer.redirect(ADDRESS + notice);
            case DispositionCodeChange.NameTaken() ->
                    again(frame, code, form, "english", "teamwork.disposition.nameTaken");
            case DispositionCodeChange.TooManyActive() ->
                    again(frame, code, form, "active", "teamwork.disposition.tooManyActive");
            case DispositionCodeChange.TooMany() ->
                    again(frame, code, form, "active", "teamwork.disposition.tooMany");
            case DispositionCodeChange.Conflict(var now) ->
                    Answer.invalid(
                            show(
                                    frame,
                                    now,
                                    form.over(now.revision()),
                                    editConflict.problem(frame, now.changedBy(), now.changedAt())));
            case DispositionCodeChange.Gone() ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Answer again(
            PageFrame frame,
            @Nullable DispositionCode code,
            DispositionCodeForm form,
            String field,
            String problem) {
        var text = frame.text(problem, DispositionCodes.MOST_ACTIVE);
        return Answer.invalid(show(frame, code, form, Problems.with(field, text)));
    }

    private JteModel show(
            PageFrame frame,
            @Nullable DispositionCode code,
            DispositionCodeForm form,
            Problems problems) {
        var view =
                code == null
                        ? new DispositionCodeView(
                                null, frame.text("teamwork.disposition.new"), form, null, problems)
                        : new DispositionCodeView(
                                code.id().value(),
                                code.content().name(frame.t().language()),
                                form,
                                names.made(
                                        frame,
                                        code.createdAt(),
                                        code.createdBy(),
                                        code.changedAt(),
                                        code.changedBy()),
                                problems);
        return templates.adminDispositionCode(frame, view);
    }

    private static Problems problems(PageFrame frame, DispositionCodeForm form) {
        var check = new FormCheck(frame.t());
        var longest = DispositionCodeDraft.LONGEST_NAME;
        return check.filled("english", "teamwork.disposition.english", form.english(), longest)
                .merge(
                        check.filled(
                                "chinese", "teamwork.disposition.chinese", form.chinese(), longest))
                .merge(
                        check.number(
                                "position",
                                "teamwork.disposition.position",
                                form.position(),
                                1,
                                DispositionCodeDraft.LAST_POSITION));
    }

    private static DispositionCodesView.Line line(PageFrame frame, DispositionCode code) {
        var content = code.content();
        var language = frame.t().language();
        var other = language == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH;
        return new DispositionCodesView.Line(
                code.id().value(),
                content.name(language),
                content.name(other),
                content.position(),
                content.active());
    }

    private DispositionCode code(UUID id) {
        return codes.byId(new DispositionCodeId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
