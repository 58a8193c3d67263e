package dev.parley.messenger.admin;

import dev.parley.channel.Endpoint;
import dev.parley.messenger.setup.FacebookChannel;
import dev.parley.admin.kit.Choice;
import dev.parley.admin.kit.Problems;
import dev.parley.admin.kit.Step;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.channel.ChannelKind;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.admin.view.SetUpView;
import dev.parley.messenger.setup.FacebookPageLine;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.workstream.AutomatedMessages;
import dev.parley.workstream.ChannelInstance;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.InstanceChange;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.Workstream;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/// The wizard *Set up Facebook* (reference F32 to F41). Nothing is kept until *Create*: what was
/// chosen stands in the address.
@Controller
@RequestMapping("/admin/workstreams/{id}/set-up-facebook")
class SetUpFacebookController {
    private static final String FIRST = "page";
    private static final String MESSAGES = "behaviors";
    private static final String LAST = "summary";
    private static final List<String> STEPS =
            List.of(FIRST, "language", MESSAGES, "features", LAST);

    private final Templates templates;
    private final WorkstreamScreens screens;
    private final ChannelInstances instances;
    private final FacebookPages pages;
    private final AutomatedMessages messages;

    SetUpFacebookController(
            Templates templates,
            WorkstreamScreens screens,
            ChannelInstances instances,
            FacebookPages pages,
            AutomatedMessages messages) {
        this.templates = templates;
        this.screens = screens;
        this.instances = instances;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping
    JteModel show(PageFrame frame, @PathVariable UUID id, FormInput typed) {
        var workstream = screens.workstream(id);
        var draft = draft(frame, typed);
        var step = STEPS.contains(draft.step) ? draft.step : FIRST;
        if (!step.equals(FIRST) && draft.page.isEmpty()) {
            var problems = Problems.with("page", frame.text("facebook.setUp.choosePage"));
            return show(frame, workstream, draft.at(FIRST), problems);
        }
        var problems = InstanceChoices.problems(frame.t(), draft.settings);
        return problems.none() || STEPS.indexOf(step) <= STEPS.indexOf(MESSAGES)
                ? show(frame, workstream, draft.at(step), Problems.NONE)
                : show(frame, workstream, draft.at(MESSAGES), problems);
    }

    @PostMapping
    Answer create(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var workstream = screens.workstream(id);
        var draft = draft(frame, typed);
        if (pages.byPageId(draft.page).isEmpty()) {
            return again(frame, workstream, draft, frame.text("facebook.setUp.pageGone"));
        }
        var problems = InstanceChoices.problems(frame.t(), draft.settings);
        if (!problems.none()) {
            return Answer.showAgain(show(frame, workstream, draft.at(MESSAGES), problems));
        }
        var page = new Endpoint(FacebookChannel.KIND, draft.page);
        return switch (instances.setUp(workstream.id(), page, draft.settings, me.userId())) {
            case InstanceChange.Done _ ->
                    Answer.sendOn(WorkstreamScreens.address(workstream.id()) + "?setUp");
            case InstanceChange.SetUpIn(var holder) ->
                    again(
                            frame,
                            workstream,
                            draft,
                            frame.text("facebook.setUp.pageTaken", holder.name()));
            case InstanceChange.Gone _, InstanceChange.Overtaken _ ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Answer again(PageFrame frame, Workstream workstream, Draft draft, String problem) {
        return Answer.showAgain(
                show(frame, workstream, draft.at(FIRST), Problems.with("page", problem)));
    }

    private JteModel show(PageFrame frame, Workstream workstream, Draft draft, Problems problems) {
        var all = pages.lines();
        var at = STEPS.indexOf(draft.step);
        var view =
                new SetUpView(
                        workstream,
                        draft.step,
                        steps(frame, workstream, draft, at),
                        free(all, draft.page),
                        draft.page,
                        all.stream()
                                .filter(page -> page.pageId().equals(draft.page))
                                .map(FacebookPageLine::name)
                                .findFirst()
                                .orElse(draft.page),
                        !all.isEmpty(),
                        draft.settings,
                        messages.usualFilesRefused(draft.settings.language()),
                        at == 0 ? "" : address(workstream, draft.at(STEPS.get(at - 1))),
                        at == STEPS.size() - 1 ? LAST : STEPS.get(at + 1),
                        problems);
        return templates.messengerSetUp(frame, view);
    }

    /// The pages of all accounts that are set up in no workstream.
    private List<Choice> free(List<FacebookPageLine> all, String chosen) {
        var taken =
                instances.all().stream().map(ChannelInstance::endpoint).collect(Collectors.toSet());
        return all.stream()
                .filter(page -> !taken.contains(page.pageId()))
                .map(page ->
                        new Choice(
                                page.pageId(),
                                page.name(),
                                page.pageId(),
                                page.pageId().equals(chosen)))
                .toList();
    }

    private static List<Step> steps(PageFrame frame, Workstream workstream, Draft draft, int at) {
        return IntStream.range(0, STEPS.size())
                .mapToObj(number ->
                        new Step(
                                frame.text("facebook.setUp." + STEPS.get(number)),
                                draft.page.isEmpty() && number > 0
                                        ? ""
                                        : address(workstream, draft.at(STEPS.get(number))),
                                state(number, at)))
                .toList();
    }

    private static Step.State state(int number, int at) {
        if (number == at) {
            return Step.State.OPEN;
        }
        return number < at ? Step.State.DONE : Step.State.AHEAD;
    }

    private static String address(Workstream workstream, Draft draft) {
        var switches = draft.settings.switches();
        return UriComponentsBuilder.fromPath(WorkstreamScreens.address(workstream.id()))
                .path("/set-up-facebook")
                .queryParam("step", draft.step)
                .queryParam("page", "{page}")
                .queryParam("language", draft.settings.language().tag())
                .queryParam("filesRefused", "{filesRefused}")
                .queryParam("customerFiles", switches.customerFiles())
                .queryParam("agentFiles", switches.agentFiles())
                .queryParam("messageTag", switches.extendedWindow())
                .encode()
                .buildAndExpand(draft.page, draft.settings.filesRefused())
                .toUriString();
    }

    /// The administrator's own language is the likeliest one of the customers too.
    private static Draft draft(PageFrame frame, FormInput typed) {
        return new Draft(
                typed.text("step"),
                typed.text("page"),
                InstanceChoices.typed(typed, frame.t().language()));
    }

    /// What was chosen so far.
    private record Draft(String step, String page, InstanceSettings settings) {
        Draft at(String other) {
            return new Draft(other, page, settings);
        }
    }
}
