package dev.parley.messenger.admin;

import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.PageSetUpDraft;
import dev.parley.messenger.account.PageSetUpDrafts;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.InstanceChange;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.Workstream;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The wizard *Set up Facebook*: each step stores the choices in a draft; the last step creates the
/// instance.
@Controller
@RequestMapping("/admin/workstreams/{id}/set-up-facebook")
class SetUpFacebookWizardController {
    private final WorkstreamScreens screens;
    private final SetUpFacebookScreen page;
    private final PageSetUpDrafts drafts;
    private final ChannelInstances instances;
    private final FacebookPages pages;

    SetUpFacebookWizardController(
            WorkstreamScreens screens,
            SetUpFacebookScreen page,
            PageSetUpDrafts drafts,
            ChannelInstances instances,
            FacebookPages pages) {
        this.screens = screens;
        this.page = page;
        this.drafts = drafts;
        this.instances = instances;
        this.pages = pages;
    }

    @GetMapping
    JteModel show(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String step) {
        var workstream = screens.workstream(id);
        var draft = draft(frame, me, workstream);
        var asked = SetUpFacebookStep.named(step);
        return page.show(
                frame,
                workstream,
                draft,
                draft.pageId().isEmpty() ? SetUpFacebookStep.PAGE : asked,
                Problems.NONE);
    }

    @PostMapping
    Answer goOn(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var workstream = screens.workstream(id);
        var draft = typed(draft(frame, me, workstream), typed);
        drafts.save(draft);
        var step = SetUpFacebookStep.named(typed.text("step"));
        if (draft.pageId().isEmpty()) {
            return again(frame, workstream, draft, frame.text("facebook.setUp.choosePage"));
        }
        var problems = InstanceChoices.problems(frame.t(), draft.settings());
        if (!problems.isEmpty() && step.compareTo(SetUpFacebookStep.BEHAVIORS) >= 0) {
            return Answer.invalid(
                    page.show(frame, workstream, draft, SetUpFacebookStep.BEHAVIORS, problems));
        }
        return step == SetUpFacebookStep.SUMMARY
                ? create(frame, me, workstream, draft)
                : Answer.redirect(SetUpFacebookScreen.address(workstream, step.next()));
    }

    private Answer create(
            PageFrame frame, SignedIn me, Workstream workstream, PageSetUpDraft draft) {
        if (pages.byPageId(draft.pageId()).isEmpty()) {
            return again(frame, workstream, draft, frame.text("facebook.setUp.pageGone"));
        }
        var chosen = FacebookChannel.endpoint(draft.pageId());
        return switch (instances.setUp(workstream.id(), chosen, draft.settings(), me.userId())) {
            case InstanceChange.Done _ -> {
                drafts.discard(draft);
                yield Answer.redirect(WorkstreamScreens.address(workstream.id()) + "?setUp");
            }
            case InstanceChange.SetUpIn(var holder) ->
                    again(
                            frame,
                            workstream,
                            draft,
                            frame.text("facebook.setUp.pageTaken", holder.name()));
            case InstanceChange.Gone _, InstanceChange.Conflict _ ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /// The administrator's own language is the most likely one of the customers too.
    private PageSetUpDraft draft(PageFrame frame, SignedIn me, Workstream workstream) {
        return drafts.of(workstream.id(), me.userId())
                .orElseGet(() ->
                        new PageSetUpDraft(
                                me.userId(),
                                workstream.id(),
                                "",
                                InstanceSettings.of(frame.t().language(), InstanceFeatures.OFF)));
    }

    private static PageSetUpDraft typed(PageSetUpDraft before, FormInput typed) {
        return new PageSetUpDraft(
                before.owner(),
                before.workstream(),
                typed.has("page") ? typed.text("page") : before.pageId(),
                InstanceChoices.typed(typed, before.settings()));
    }

    private Answer again(
            PageFrame frame, Workstream workstream, PageSetUpDraft draft, String problem) {
        return Answer.invalid(
                page.show(
                        frame,
                        workstream,
                        draft,
                        SetUpFacebookStep.PAGE,
                        Problems.with("page", problem)));
    }
}
