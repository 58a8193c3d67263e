package dev.parley.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.admin.view.QueueForm;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.team.Queue;
import dev.parley.team.QueueChange;
import dev.parley.team.QueueDeletion;
import dev.parley.team.QueueDraft;
import dev.parley.team.QueueId;
import dev.parley.team.Queues;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
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

/// One queue: shows, changes, copies and deletes it.
@Controller
@RequestMapping("/admin/queues/{id}")
class QueueController {
    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "created", "admin.queue.created",
                            "copied", "admin.queue.copied",
                            "saved", "admin.queue.saved"));

    private final Queues queues;
    private final QueueScreen page;
    private final EditConflict editConflict;

    QueueController(Queues queues, QueueScreen page, EditConflict editConflict) {
        this.queues = queues;
        this.page = page;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel show(
            PageFrame frame, @PathVariable UUID id, @RequestParam Map<String, String> parameters) {
        var queue = queue(id);
        var notice = NOTICES.text(frame, parameters);
        return page.show(frame, queue, form(queue), Problems.NONE, notice);
    }

    @PostMapping
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var queue = queue(id);
        var form = QueueScreen.typed(typed);
        var problems = QueueScreen.problems(frame, form, queue.isDefault());
        if (!problems.isEmpty()) {
            return again(frame, queue, form, problems);
        }
        return switch (queues.change(queue.id(), form.revision(), form.draft(), me.userId())) {
            case QueueChange.Done _ -> Answer.redirect("/admin/queues/" + id + "?saved");
            case QueueChange.NameTaken() -> again(frame, queue, form, QueueScreen.nameTaken(frame));
            case QueueChange.Conflict(var now) -> conflict(frame, now, form);
            case QueueChange.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/copy")
    Answer copy(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var queue = queue(id);
        QueueId copy =
                CopyNames.create(
                        frame,
                        QueueScreen.name(frame, queue),
                        name -> copied(queue, name, me.userId()));
        return Answer.redirect("/admin/queues/" + copy + "?copied");
    }

    @PostMapping("/deletion")
    Answer delete(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var queue = queue(id);
        return switch (queues.delete(queue.id(), me.userId())) {
            case QueueDeletion.Deleted() -> Answer.redirect("/admin/queues?deleted");
            case QueueDeletion.InUse _, QueueDeletion.IsDefault _ ->
                    again(
                            frame,
                            queue,
                            form(queue),
                            Problems.with("deletion", frame.text("admin.queue.inUse")));
        };
    }

    private Optional<QueueId> copied(Queue queue, String name, UserId by) {
        var draft =
                new QueueDraft(
                        name, queue.priority(), queue.method(), queues.membersOf(queue.id()));
        return queues.create(draft, by) instanceof QueueChange.Done(var id)
                ? Optional.of(id)
                : Optional.empty();
    }

    private Answer conflict(PageFrame frame, Queue now, QueueForm form) {
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return again(frame, now, form.over(now.revision()), problem);
    }

    private Answer again(PageFrame frame, Queue queue, QueueForm form, Problems problems) {
        return Answer.invalid(page.show(frame, queue, form, problems, ""));
    }

    private QueueForm form(Queue queue) {
        return QueueForm.of(queue, queues.membersOf(queue.id()));
    }

    private Queue queue(UUID id) {
        return queues.byId(new QueueId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
