package dev.parley.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.admin.view.WorkstreamForm;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamChange;
import dev.parley.workstream.WorkstreamDeletion;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
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

/// One workstream: shows, changes, copies and deletes it, and makes it the default.
@Controller
@RequestMapping("/admin/workstreams/{id}")
class WorkstreamController {
    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "created", "admin.workstream.created",
                            "copied", "admin.workstream.copied",
                            "saved", "admin.workstream.saved",
                            "madeDefault", "admin.workstream.madeDefault",
                            "setUp", "admin.workstream.instanceSetUp",
                            "instanceDeleted", "admin.workstream.instanceDeleted"));

    private final Workstreams workstreams;
    private final WorkstreamScreens screens;
    private final WorkstreamScreen page;
    private final WorkstreamCopies copies;
    private final EditConflict editConflict;

    WorkstreamController(
            Workstreams workstreams,
            WorkstreamScreens screens,
            WorkstreamScreen page,
            WorkstreamCopies copies,
            EditConflict editConflict) {
        this.workstreams = workstreams;
        this.screens = screens;
        this.page = page;
        this.copies = copies;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel show(
            PageFrame frame, @PathVariable UUID id, @RequestParam Map<String, String> parameters) {
        var workstream = screens.workstream(id);
        var form = WorkstreamForm.of(workstream);
        return page.show(
                frame,
                workstream,
                form,
                parameters,
                Problems.NONE,
                NOTICES.text(frame, parameters));
    }

    @PostMapping
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var workstream = screens.workstream(id);
        var form =
                new WorkstreamForm(
                        typed.text("name"), typed.text("queue"), typed.number("revision"));
        var problems =
                new FormCheck(frame.t())
                        .filled("name", "admin.workstream.name", form.name(), FormCheck.NAME);
        var queue = WorkstreamScreen.queueId(form.queue());
        if (!problems.isEmpty() || queue.isEmpty()) {
            return again(frame, workstream, form, problems.merge(queueProblems(frame, form)));
        }
        var draft =
                WorkstreamDraft.of(workstream).withName(form.name()).withFallbackQueue(queue.get());
        return switch (workstreams.change(workstream.id(), form.revision(), draft, me.userId())) {
            case WorkstreamChange.Done _ ->
                    Answer.redirect(WorkstreamScreens.address(workstream.id()) + "?saved");
            case WorkstreamChange.NameTaken() ->
                    again(frame, workstream, form, WorkstreamScreen.nameTaken(frame));
            case WorkstreamChange.QueueGone(), WorkstreamChange.QueueNameTaken() ->
                    again(frame, workstream, form, queueGone(frame));
            case WorkstreamChange.Conflict(var now) -> conflict(frame, now, form);
            case WorkstreamChange.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/copy")
    Answer copy(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var workstream = screens.workstream(id);
        var copy = copies.copy(frame, workstream, me.userId());
        return Answer.redirect(WorkstreamScreens.address(copy) + "?copied");
    }

    @PostMapping("/default")
    Answer makeDefault(SignedIn me, @PathVariable UUID id) {
        if (!workstreams.makeDefault(new WorkstreamId(id), me.userId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Answer.redirect("/admin/workstreams/" + id + "?madeDefault");
    }

    @PostMapping("/deletion")
    Answer delete(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var workstream = screens.workstream(id);
        return switch (workstreams.delete(workstream.id(), me.userId())) {
            case WorkstreamDeletion.Deleted() -> Answer.redirect("/admin/workstreams?deleted");
            case WorkstreamDeletion.EndpointsRemain _, WorkstreamDeletion.IsDefault _ ->
                    again(
                            frame,
                            workstream,
                            WorkstreamForm.of(workstream),
                            Problems.with("deletion", frame.text("admin.workstream.inUse")));
        };
    }

    private Answer conflict(PageFrame frame, Workstream now, WorkstreamForm form) {
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return again(frame, now, form.over(now.revision()), problem);
    }

    private Answer again(
            PageFrame frame, Workstream workstream, WorkstreamForm form, Problems problems) {
        return Answer.invalid(page.show(frame, workstream, form, Map.of(), problems, ""));
    }

    private static Problems queueProblems(PageFrame frame, WorkstreamForm form) {
        return WorkstreamScreen.queueId(form.queue()).isPresent()
                ? Problems.NONE
                : queueGone(frame);
    }

    private static Problems queueGone(PageFrame frame) {
        return Problems.with("queue", frame.text("admin.workstream.queueGone"));
    }
}
