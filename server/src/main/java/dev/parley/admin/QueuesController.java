package dev.parley.admin;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.view.QueueForm;
import dev.parley.admin.view.QueuesView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.team.QueueChange;
import dev.parley.team.Queues;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of queues, and the form for a new one.
@Controller
@RequestMapping("/admin/queues")
class QueuesController {
    private static final List<String> SORTS =
            List.of("priority", "name", "method", "members", "created", "-changed");

    private final Templates templates;
    private final Queues queues;
    private final QueueScreen page;
    private final UserNames names;

    QueuesController(Templates templates, Queues queues, QueueScreen page, UserNames names) {
        this.templates = templates;
        this.queues = queues;
        this.page = page;
        this.names = names;
    }

    @GetMapping
    JteModel list(PageFrame frame, @RequestParam Map<String, String> parameters) {
        var listing = Listing.of("/admin/queues", parameters, SORTS);
        var found = queues.list(listing.pageRequest());
        var userNames =
                names.of(
                        found.rows().stream()
                                .flatMap(one -> Stream.of(one.createdBy(), one.changedBy()))
                                .toList());
        var lines =
                found.rows().stream()
                        .map(queue ->
                                new QueuesView.Line(
                                        queue,
                                        QueueScreen.name(frame, queue),
                                        QueueScreen.word(frame, queue.method()),
                                        UserNames.made(
                                                frame,
                                                userNames,
                                                queue.createdAt(),
                                                queue.createdBy(),
                                                queue.changedAt(),
                                                queue.changedBy())))
                        .toList();
        var notice = parameters.containsKey("deleted") ? frame.text("admin.queue.deleted") : "";
        return templates.adminQueueQueues(
                frame, new QueuesView(listing, lines, found.all(), notice));
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame) {
        return page.showNew(frame, QueueForm.EMPTY, Problems.NONE);
    }

    @PostMapping("/new")
    Answer create(PageFrame frame, SignedIn me, FormInput typed) {
        var form = QueueScreen.typed(typed);
        var problems = QueueScreen.problems(frame, form, false);
        if (!problems.isEmpty()) {
            return Answer.invalid(page.showNew(frame, form, problems));
        }
        return switch (queues.create(form.draft(), me.userId())) {
            case QueueChange.Done(var id) -> Answer.redirect("/admin/queues/" + id + "?created");
            case QueueChange.NameTaken() ->
                    Answer.invalid(page.showNew(frame, form, QueueScreen.nameTaken(frame)));
            case QueueChange.Conflict _, QueueChange.Gone _ ->
                    throw new IllegalStateException("A new queue cannot conflict");
        };
    }
}
