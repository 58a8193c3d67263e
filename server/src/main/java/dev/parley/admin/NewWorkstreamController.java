package dev.parley.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.SelectOption;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.admin.view.NewWorkstreamForm;
import dev.parley.admin.view.NewWorkstreamView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.QueueDraft;
import dev.parley.team.QueueId;
import dev.parley.team.Queues;
import dev.parley.workstream.DistributionMode;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.WorkstreamChange;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.Workstreams;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The form for a new workstream.
@Controller
@RequestMapping("/admin/workstreams")
class NewWorkstreamController {
    private final Templates templates;
    private final Workstreams workstreams;
    private final Queues queues;
    private final AdminChannels channels;
    private final WorkstreamScreen page;

    NewWorkstreamController(
            Templates templates,
            Workstreams workstreams,
            Queues queues,
            AdminChannels channels,
            WorkstreamScreen page) {
        this.templates = templates;
        this.workstreams = workstreams;
        this.queues = queues;
        this.channels = channels;
        this.page = page;
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame) {
        var defaultQueue = queues.defaultQueue().id().toString();
        var form = new NewWorkstreamForm("", "", null, false, defaultQueue, "");
        return show(frame, form, Problems.NONE);
    }

    @PostMapping("/new")
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
