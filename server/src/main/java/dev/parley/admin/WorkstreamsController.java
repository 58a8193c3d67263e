package dev.parley.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.Problems;
import dev.parley.admin.kit.SelectOption;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.admin.view.NewWorkstreamForm;
import dev.parley.admin.view.NewWorkstreamView;
import dev.parley.admin.view.WorkstreamsView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.Queue;
import dev.parley.team.QueueDraft;
import dev.parley.team.QueueId;
import dev.parley.team.Queues;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.DistributionMode;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.WorkstreamChange;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.Workstreams;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of workstreams, and the form for a new one.
@Controller
@RequestMapping("/admin/workstreams")
class WorkstreamsController {
    private static final List<String> SORTS =
            List.of("name", "mode", "queue", "endpoints", "created", "-changed");

    private final Templates templates;
    private final Workstreams workstreams;
    private final ChannelInstances instances;
    private final Queues queues;
    private final AdminChannels channels;
    private final WorkstreamScreen page;
    private final UserNames names;

    WorkstreamsController(
            Templates templates,
            Workstreams workstreams,
            ChannelInstances instances,
            Queues queues,
            AdminChannels channels,
            WorkstreamScreen page,
            UserNames names) {
        this.templates = templates;
        this.workstreams = workstreams;
        this.instances = instances;
        this.queues = queues;
        this.channels = channels;
        this.page = page;
        this.names = names;
    }

    @GetMapping
    JteModel list(PageFrame frame, @RequestParam Map<String, String> parameters) {
        var listing = Listing.of("/admin/workstreams", parameters, SORTS);
        var found = workstreams.list(listing.pageRequest());
        var userNames =
                names.of(
                        found.rows().stream()
                                .flatMap(one -> Stream.of(one.createdBy(), one.changedBy()))
                                .toList());
        var pages = instances.counts();
        var fallbacks =
                queues.all().stream()
                        .collect(
                                Collectors.toMap(
                                        Queue::id, queue -> QueueScreen.name(frame, queue)));
        var lines =
                found.rows().stream()
                        .map(one ->
                                new WorkstreamsView.Line(
                                        one,
                                        channels.nameOf(one.channel()),
                                        WorkstreamScreen.word(frame, one.mode()),
                                        fallbacks.getOrDefault(one.fallbackQueue(), ""),
                                        pages.getOrDefault(one.id(), 0),
                                        UserNames.made(
                                                frame,
                                                userNames,
                                                one.createdAt(),
                                                one.createdBy(),
                                                one.changedAt(),
                                                one.changedBy())))
                        .toList();
        var notice =
                parameters.containsKey("deleted") ? frame.text("admin.workstream.deleted") : "";
        return templates.adminWorkstreamList(
                frame, new WorkstreamsView(listing, lines, found.all(), notice));
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame) {
        var defaultQueue = queues.defaultQueue().id().toString();
        var form = new NewWorkstreamForm("", "", null, false, defaultQueue, "");
        return show(frame, form, Problems.NONE);
    }

    @PostMapping
    Answer create(PageFrame frame, SignedIn me, FormInput typed) {
        var form =
                new NewWorkstreamForm(
                        typed.text("name"),
                        typed.text("channel"),
                        typed.one("mode", DistributionMode.class).orElse(null),
                        typed.text("fallback").equals("new"),
                        typed.text("queue"),
                        typed.text("queueName"));
        var problems = problems(frame, form);
        return problems.isEmpty() ? create(frame, me, form) : again(frame, form, problems);
    }

    private Answer create(PageFrame frame, SignedIn me, NewWorkstreamForm form) {
        return switch (created(form, me)) {
            case WorkstreamChange.Done(var id) ->
                    Answer.redirect(WorkstreamScreens.address(id) + "?created");
            case WorkstreamChange.NameTaken() ->
                    again(frame, form, WorkstreamScreen.nameTaken(frame));
            case WorkstreamChange.QueueNameTaken() ->
                    again(frame, form, problem(frame, "queueName", "admin.queue.nameTaken"));
            case WorkstreamChange.QueueGone() ->
                    again(frame, form, problem(frame, "queue", "admin.workstream.queueGone"));
            case WorkstreamChange.Conflict _, WorkstreamChange.Gone _ ->
                    throw new IllegalStateException("A new workstream cannot conflict");
        };
    }

    private WorkstreamChange created(NewWorkstreamForm form, SignedIn me) {
        var queue =
                form.createsQueue()
                        ? queues.defaultQueue().id()
                        : WorkstreamScreen.queueId(form.queue()).orElseThrow();
        var draft = draft(form, queue);
        return form.createsQueue()
                ? workstreams.createWithQueue(draft, newQueue(form.queueName()), me.userId())
                : workstreams.create(draft, me.userId());
    }

    private WorkstreamDraft draft(NewWorkstreamForm form, QueueId queue) {
        return new WorkstreamDraft(
                form.name(),
                channels.chosen(form.channel()),
                Objects.requireNonNull(form.mode()),
                queue,
                WorkDistribution.DEFAULT);
    }

    private static QueueDraft newQueue(String name) {
        return new QueueDraft(
                name, QueueDraft.USUAL_PRIORITY, AssignmentMethod.HIGHEST_CAPACITY, Set.of());
    }

    private static Problems problems(PageFrame frame, NewWorkstreamForm form) {
        var check = new FormCheck(frame.t());
        var mode =
                form.mode() == null
                        ? problem(frame, "mode", "admin.workstream.modeNeeded")
                        : Problems.NONE;
        return check.filled("name", "admin.workstream.name", form.name(), FormCheck.NAME)
                .merge(mode)
                .merge(queueProblems(frame, check, form));
    }

    private static Problems queueProblems(
            PageFrame frame, FormCheck check, NewWorkstreamForm form) {
        if (form.createsQueue()) {
            return check.filled("queueName", "admin.queue.name", form.queueName(), FormCheck.NAME);
        }
        return WorkstreamScreen.queueId(form.queue()).isPresent()
                ? Problems.NONE
                : problem(frame, "queue", "admin.workstream.queueGone");
    }

    private static Problems problem(PageFrame frame, String field, String key) {
        return Problems.with(field, frame.text(key));
    }

    private Answer again(PageFrame frame, NewWorkstreamForm form, Problems problems) {
        return Answer.invalid(show(frame, form, problems));
    }

    private JteModel show(PageFrame frame, NewWorkstreamForm form, Problems problems) {
        return templates.adminWorkstreamNew(
                frame,
                new NewWorkstreamView(
                        form, offered(form), page.queues(frame, form.queue()), problems));
    }

    private List<SelectOption> offered(NewWorkstreamForm form) {
        return channels.all().stream()
                .map(one ->
                        new SelectOption(
                                one.channel().name(),
                                channels.nameOf(one.channel()),
                                one.channel().name().equals(form.channel())))
                .toList();
    }
}
