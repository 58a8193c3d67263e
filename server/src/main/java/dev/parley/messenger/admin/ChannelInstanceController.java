package dev.parley.messenger.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.admin.view.InstanceForm;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.ChannelInstance;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.InstanceChange;
import dev.parley.workstream.Workstream;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One Facebook page set up in a workstream: the settings that can be changed, and its deletion.
@Controller
@RequestMapping("/admin/workstreams/{id}/pages/{page}")
class ChannelInstanceController {
    private final ChannelInstanceScreen screen;
    private final WorkstreamScreens screens;
    private final ChannelInstances instances;
    private final EditConflict editConflict;

    ChannelInstanceController(
            ChannelInstanceScreen screen,
            WorkstreamScreens screens,
            ChannelInstances instances,
            EditConflict editConflict) {
        this.screen = screen;
        this.screens = screens;
        this.instances = instances;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel show(
            PageFrame frame,
            @PathVariable UUID id,
            @PathVariable String page,
            @RequestParam Optional<String> saved) {
        var workstream = screens.workstream(id);
        var instance = instance(workstream, page);
        var notice = saved.map(_ -> frame.text("facebook.instance.saved")).orElse("");
        var form = InstanceForm.of(instance);
        return screen.show(frame, workstream, instance, form, Problems.NONE, notice);
    }

    @PostMapping
    Answer change(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String page,
            FormInput typed) {
        var workstream = screens.workstream(id);
        var instance = instance(workstream, page);
        var form =
                new InstanceForm(
                        InstanceChoices.typed(typed, instance.settings()),
                        typed.number("revision"));
        var problems = InstanceChoices.problems(frame.t(), form.settings());
        if (!problems.isEmpty()) {
            return Answer.invalid(screen.show(frame, workstream, instance, form, problems, ""));
        }
        return switch (instances.change(
                instance.at(form.revision()), form.settings(), me.userId())) {
            case InstanceChange.Done _ ->
                    Answer.redirect("/admin/workstreams/%s/pages/%s?saved".formatted(id, page));
            case InstanceChange.Conflict(var now) -> conflict(frame, workstream, now, form);
            case InstanceChange.Gone _, InstanceChange.SetUpIn _ ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/deletion")
    Answer delete(SignedIn me, @PathVariable UUID id, @PathVariable String page) {
        var workstream = screens.workstream(id);
        instances.delete(instance(workstream, page), me.userId());
        return Answer.redirect(WorkstreamScreens.address(workstream.id()) + "?instanceDeleted");
    }

    private Answer conflict(
            PageFrame frame, Workstream workstream, ChannelInstance now, InstanceForm form) {
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return Answer.invalid(
                screen.show(
                        frame, workstream, now, form.withRevision(now.revision()), problem, ""));
    }

    private ChannelInstance instance(Workstream workstream, String page) {
        return instances
                .of(FacebookChannel.KIND, page)
                .filter(found -> found.workstream().equals(workstream.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
