package dev.parley.messenger.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.Problems;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.admin.view.InstanceForm;
import dev.parley.messenger.admin.view.InstanceView;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.workstream.AutomatedMessages;
import dev.parley.workstream.ChannelInstance;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.InstanceChange;
import dev.parley.workstream.Workstream;
import gg.jte.generated.precompiled.Templates;
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
    private final Templates templates;
    private final WorkstreamScreens screens;
    private final ChannelInstances instances;
    private final FacebookPages pages;
    private final MessagingAccounts accounts;
    private final EditConflict editConflict;
    private final UserNames names;
    private final AutomatedMessages messages;

    ChannelInstanceController(
            Templates templates,
            WorkstreamScreens screens,
            ChannelInstances instances,
            FacebookPages pages,
            MessagingAccounts accounts,
            EditConflict editConflict,
            UserNames names,
            AutomatedMessages messages) {
        this.templates = templates;
        this.screens = screens;
        this.instances = instances;
        this.pages = pages;
        this.accounts = accounts;
        this.editConflict = editConflict;
        this.names = names;
        this.messages = messages;
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
        return show(frame, workstream, instance, form, Problems.NONE, notice);
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
            return Answer.invalid(show(frame, workstream, instance, form, problems, ""));
        }
        return switch (instances.change(
                instance.at(form.revision()), form.settings(), me.userId())) {
            case InstanceChange.Done _ ->
                    Answer.redirect("/admin/workstreams/%s/pages/%s?saved".formatted(id, page));
            case InstanceChange.Conflict(var now) -> overtaken(frame, workstream, now, form);
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

    private Answer overtaken(
            PageFrame frame, Workstream workstream, ChannelInstance now, InstanceForm form) {
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return Answer.invalid(
                show(frame, workstream, now, form.withRevision(now.revision()), problem, ""));
    }

    private JteModel show(
            PageFrame frame,
            Workstream workstream,
            ChannelInstance instance,
            InstanceForm form,
            Problems problems,
            String notice) {
        var page = pages.byPageId(instance.endpoint());
        var account = page.flatMap(one -> accounts.byId(one.account()));
        var view =
                new InstanceView(
                        instance,
                        workstream,
                        page.map(FacebookPage::name).orElse(instance.endpoint()),
                        account.map(one -> one.name()).orElse(""),
                        account.map(one -> "/admin/messaging-accounts/" + one.id()).orElse(""),
                        form,
                        messages.defaultFilesRefused(form.settings().language()),
                        problems,
                        names.made(
                                frame,
                                instance.createdAt(),
                                instance.createdBy(),
                                instance.changedAt(),
                                instance.changedBy()),
                        notice);
        return templates.messengerInstance(frame, view);
    }

    private ChannelInstance instance(Workstream workstream, String page) {
        return instances
                .of(FacebookChannel.KIND, page)
                .filter(found -> found.workstream().equals(workstream.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
