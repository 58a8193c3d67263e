package dev.parley.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.admin.view.TimeOutRuleForm;
import dev.parley.admin.view.TimeOutRuleView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.timeout.TimeOutAction;
import dev.parley.timeout.TimeOutRule;
import dev.parley.timeout.TimeOutRuleChange;
import dev.parley.timeout.TimeOutRuleDraft;
import dev.parley.timeout.TimeOutRuleId;
import dev.parley.timeout.TimeOutRules;
import dev.parley.workstream.Workstream;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// Creates, changes and deletes a time-out rule of a workstream.
@Controller
@RequestMapping("/admin/workstreams/{id}/time-outs")
class TimeOutRuleController {
    private final Templates templates;
    private final TimeOutRules rules;
    private final WorkstreamScreens screens;
    private final UserNames names;
    private final EditConflict editConflict;

    TimeOutRuleController(
            Templates templates,
            TimeOutRules rules,
            WorkstreamScreens screens,
            UserNames names,
            EditConflict editConflict) {
        this.templates = templates;
        this.rules = rules;
        this.screens = screens;
        this.names = names;
        this.editConflict = editConflict;
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame, @PathVariable UUID id) {
        return show(frame, screens.workstream(id), null, TimeOutRuleForm.EMPTY, Problems.NONE);
    }

    @PostMapping("/new")
    Answer create(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var workstream = screens.workstream(id);
        var form = TimeOutRuleForm.typed(typed);
        var problems = problems(frame, form);
        return problems.isEmpty()
                ? answer(
                        frame,
                        workstream,
                        form,
                        rules.create(workstream.id(), form.draft(), me.userId()),
                        "?created")
                : Answer.invalid(show(frame, workstream, null, form, problems));
    }

    @GetMapping("/{rule}")
    JteModel show(PageFrame frame, @PathVariable UUID id, @PathVariable UUID rule) {
        var found = rule(id, rule);
        return show(frame, screens.workstream(id), found, TimeOutRuleForm.of(found), Problems.NONE);
    }

    @PostMapping("/{rule}")
    Answer change(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID rule,
            FormInput typed) {
        var workstream = screens.workstream(id);
        var found = rule(id, rule);
        var form = TimeOutRuleForm.typed(typed);
        var problems = problems(frame, form);
        return problems.isEmpty()
                ? answer(
                        frame,
                        workstream,
                        form,
                        rules.change(found.id(), form.revision(), form.draft(), me.userId()),
                        "?saved")
                : Answer.invalid(show(frame, workstream, found, form, problems));
    }

    @PostMapping("/{rule}/deletion")
    Answer delete(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID rule,
            FormInput typed) {
        var workstream = screens.workstream(id);
        var revision = typed.number("revision");
        return switch (rules.delete(new TimeOutRuleId(rule), revision, me.userId())) {
            case TimeOutRuleChange.Conflict(var now) ->
                    conflict(frame, workstream, now, TimeOutRuleForm.of(now));
            case TimeOutRuleChange.Done _, TimeOutRuleChange.Gone _, TimeOutRuleChange.TooMany _ ->
                    list(workstream, "?deleted");
        };
    }

    private Answer answer(
            PageFrame frame,
            Workstream workstream,
            TimeOutRuleForm form,
            TimeOutRuleChange result,
            String notice) {
        return switch (result) {
            case TimeOutRuleChange.Done() -> list(workstream, notice);
            case TimeOutRuleChange.TooMany() ->
                    Answer.invalid(
                            show(
                                    frame,
                                    workstream,
                                    null,
                                    form,
                                    Problems.ofForm(
                                            frame.text("timeout.rules.full", TimeOutRules.MOST))));
            case TimeOutRuleChange.Conflict(var now) -> conflict(frame, workstream, now, form);
            case TimeOutRuleChange.Gone() ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Answer conflict(
            PageFrame frame, Workstream workstream, TimeOutRule now, TimeOutRuleForm form) {
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return Answer.invalid(show(frame, workstream, now, form.over(now.revision()), problem));
    }

    private static Answer list(Workstream workstream, String notice) {
        return Answer.redirect(WorkstreamScreens.address(workstream.id()) + "/time-outs" + notice);
    }

    private JteModel show(
            PageFrame frame,
            Workstream workstream,
            @Nullable TimeOutRule rule,
            TimeOutRuleForm form,
            Problems problems) {
        var made =
                rule == null
                        ? null
                        : names.made(
                                frame,
                                rule.createdAt(),
                                rule.createdBy(),
                                rule.changedAt(),
                                rule.changedBy());
        return templates.adminTimeoutRule(
                frame,
                new TimeOutRuleView(
                        workstream,
                        rule == null ? null : rule.id().value(),
                        form,
                        rules.slugs(),
                        made,
                        problems));
    }

    private Problems problems(PageFrame frame, TimeOutRuleForm form) {
        var longest = (int) TimeOutRuleDraft.LONGEST.dividedBy(form.unit().times(1));
        return new FormCheck(frame.t())
                .number("after", "timeout.rule.after", form.after(), 1, longest)
                .merge(textProblems(frame, "english", form.english()))
                .merge(textProblems(frame, "chinese", form.chinese()))
                .merge(
                        form.action() == TimeOutAction.WRITE_TO_CUSTOMER
                                        && form.english().isEmpty()
                                        && form.chinese().isEmpty()
                                ? Problems.with("english", frame.text("timeout.rule.text.fill"))
                                : Problems.NONE);
    }

    private Problems textProblems(PageFrame frame, String field, String text) {
        var longest = TimeOutRuleDraft.LONGEST_TEXT;
        if (text.length() > longest) {
            var label = frame.text("timeout.rule." + field);
            return Problems.with(field, frame.text("admin.tooLong", label, longest));
        }
        var unknown = TimeOutRuleDraft.unknownSlugs(text);
        return unknown.isEmpty()
                ? Problems.NONE
                : Problems.with(
                        field,
                        frame.text(
                                "engagement.canned.slugs.unknown",
                                unknown.stream()
                                        .map("{%s}"::formatted)
                                        .collect(Collectors.joining(frame.text("admin.comma"))),
                                rules.slugs().stream()
                                        .map("{%s}"::formatted)
                                        .collect(Collectors.joining(frame.text("admin.comma")))));
    }

    private TimeOutRule rule(UUID workstream, UUID rule) {
        return rules.byId(new TimeOutRuleId(rule))
                .filter(found -> found.workstream().value().equals(workstream))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
