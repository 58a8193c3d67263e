package dev.parley.messenger.admin;

import dev.parley.admin.kit.Link;
import dev.parley.admin.kit.SelectOption;
import dev.parley.admin.kit.Step;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPageLine;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.account.PageSetUpDraft;
import dev.parley.messenger.admin.view.SetUpView;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.AutomatedMessages;
import dev.parley.workstream.ChannelInstance;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.Workstream;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Renders the steps of the wizard *Set up Facebook*.
@Component
class SetUpFacebookScreen {
    private static final String ACCOUNTS = "/admin/messaging-accounts";

    private final Templates templates;
    private final ChannelInstances instances;
    private final FacebookPages pages;
    private final MessagingAccounts accounts;
    private final AutomatedMessages messages;

    SetUpFacebookScreen(
            Templates templates,
            ChannelInstances instances,
            FacebookPages pages,
            MessagingAccounts accounts,
            AutomatedMessages messages) {
        this.templates = templates;
        this.instances = instances;
        this.pages = pages;
        this.accounts = accounts;
        this.messages = messages;
    }

    static String address(Workstream workstream, SetUpFacebookStep step) {
        return "%s/set-up-facebook?step=%s"
                .formatted(WorkstreamScreens.address(workstream.id()), step.key());
    }

    JteModel show(
            PageFrame frame,
            Workstream workstream,
            PageSetUpDraft draft,
            SetUpFacebookStep step,
            Problems problems) {
        var all = pages.lines();
        return templates.messengerSetUp(
                frame,
                new SetUpView(
                        workstream,
                        step.key(),
                        steps(frame, workstream, draft, step),
                        free(all, draft.pageId()),
                        draft.pageId(),
                        name(all, draft.pageId()),
                        !all.isEmpty(),
                        next(frame),
                        draft.settings(),
                        messages.defaultFilesRefused(draft.settings().language()),
                        step == SetUpFacebookStep.PAGE ? "" : address(workstream, step.before()),
                        problems));
    }

    private Link next(PageFrame frame) {
        var all = accounts.all();
        return switch (all.size()) {
            case 0 -> new Link(frame.text("facebook.account.new"), ACCOUNTS + "/new");
            case 1 ->
                    new Link(
                            frame.text("facebook.page.newTitle"),
                            "%s/%s?add".formatted(ACCOUNTS, all.getFirst().id()));
            default -> new Link(frame.text("facebook.accounts"), ACCOUNTS);
        };
    }

    private static String name(List<FacebookPageLine> all, String pageId) {
        return all.stream()
                .filter(page -> page.pageId().equals(pageId))
                .map(FacebookPageLine::name)
                .findFirst()
                .orElse(pageId);
    }

    /// The pages of all accounts that are set up in no workstream.
    private List<SelectOption> free(List<FacebookPageLine> all, String chosen) {
        var taken =
                instances.all().stream()
                        .filter(one -> one.channel().equals(FacebookChannel.KIND))
                        .map(ChannelInstance::endpoint)
                        .collect(Collectors.toSet());
        return all.stream()
                .filter(page -> !taken.contains(page.pageId()))
                .map(page ->
                        new SelectOption(
                                page.pageId(),
                                page.name(),
                                page.pageId(),
                                page.pageId().equals(chosen)))
                .toList();
    }

    private static List<Step> steps(
            PageFrame frame, Workstream workstream, PageSetUpDraft draft, SetUpFacebookStep open) {
        return Arrays.stream(SetUpFacebookStep.values())
                .map(step ->
                        new Step(
                                frame.text("facebook.setUp." + step.key()),
                                draft.pageId().isEmpty() && step != SetUpFacebookStep.PAGE
                                        ? ""
                                        : address(workstream, step),
                                state(step, open)))
                .toList();
    }

    private static Step.State state(SetUpFacebookStep step, SetUpFacebookStep open) {
        if (step == open) {
            return Step.State.OPEN;
        }
        return step.compareTo(open) < 0 ? Step.State.DONE : Step.State.AHEAD;
    }
}
