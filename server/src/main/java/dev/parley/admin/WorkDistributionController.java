package dev.parley.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.admin.view.DistributionForm;
import dev.parley.admin.view.DistributionForm.Block;
import dev.parley.admin.view.DistributionView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.language.DurationUnit;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.team.Presence;
import dev.parley.workstream.DispositionRule;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamChange;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.Workstreams;
import dev.parley.workstream.WrapUpBlock;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// The work distribution of a workstream.
@Controller
@RequestMapping("/admin/workstreams/{id}/work-distribution")
class WorkDistributionController {
    private final Templates templates;
    private final Workstreams workstreams;
    private final WorkstreamScreens screens;
    private final EditConflict editConflict;

    WorkDistributionController(
            Templates templates,
            Workstreams workstreams,
            WorkstreamScreens screens,
            EditConflict editConflict) {
        this.templates = templates;
        this.workstreams = workstreams;
        this.screens = screens;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel show(PageFrame frame, @PathVariable UUID id) {
        var workstream = screens.workstream(id);
        return show(frame, workstream, DistributionForm.of(workstream), Problems.NONE);
    }

    @PostMapping
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var workstream = screens.workstream(id);
        var form = typed(typed);
        var problems = problems(frame, form);
        if (!problems.isEmpty()) {
            return Answer.invalid(show(frame, workstream, form, problems));
        }
        var draft = WorkstreamDraft.of(workstream).withDistribution(form.distribution());
        return switch (workstreams.change(workstream.id(), form.revision(), draft, me.userId())) {
            case WorkstreamChange.Done _ ->
                    Answer.redirect(WorkstreamScreens.address(workstream.id()) + "?saved");
            case WorkstreamChange.Conflict(var now) -> conflict(frame, now, form);
            case WorkstreamChange.Gone _,
                    WorkstreamChange.NameTaken _,
                    WorkstreamChange.QueueGone _,
                    WorkstreamChange.QueueNameTaken _ ->
                    throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }

    private Answer conflict(PageFrame frame, Workstream now, DistributionForm form) {
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return Answer.invalid(show(frame, now, form.over(now.revision()), problem));
    }

    private JteModel show(
            PageFrame frame, Workstream workstream, DistributionForm form, Problems problems) {
        return templates.adminWorkstreamDistribution(
                frame, new DistributionView(workstream, form, problems));
    }

    private static DistributionForm typed(FormInput typed) {
        return new DistributionForm(
                typed.text("wait"),
                typed.one("unit", DurationUnit.class).orElse(DurationUnit.DAYS),
                typed.text("capacity"),
                typed.one("block", Block.class).orElse(Block.ALWAYS),
                typed.text("minutes"),
                presences(typed),
                typed.flag("keepSameAgent"),
                typed.one("disposition", DispositionRule.class).orElse(DispositionRule.OPTIONAL),
                typed.number("revision"));
    }

    private static Set<Presence> presences(FormInput typed) {
        var presences = typed.some("presences", Presence.class);
        presences.removeIf(presence -> !presence.isChosen());
        return presences;
    }

    private static Problems problems(PageFrame frame, DistributionForm form) {
        var check = new FormCheck(frame.t());
        var longest = (int) WorkDistribution.LONGEST_WAIT.dividedBy(form.unit().times(1));
        return check.number("wait", "admin.work.wait", form.closeAfter(), 1, longest)
                .merge(
                        check.number(
                                "capacity",
                                "admin.work.capacity",
                                form.capacity(),
                                1,
                                WorkDistribution.MOST_CAPACITY))
                .merge(blockProblems(check, form))
                .merge(
                        form.presences().isEmpty()
                                ? Problems.with(
                                        "presences", frame.text("admin.work.presencesNeeded"))
                                : Problems.NONE);
    }

    private static Problems blockProblems(FormCheck check, DistributionForm form) {
        return form.block() == Block.CUSTOM
                ? check.number(
                        "minutes",
                        "admin.work.block.custom",
                        form.minutes(),
                        WrapUpBlock.Custom.SHORTEST,
                        WrapUpBlock.Custom.LONGEST)
                : Problems.NONE;
    }
}
