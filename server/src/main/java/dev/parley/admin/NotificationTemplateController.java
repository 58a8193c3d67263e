package dev.parley.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.admin.view.NotificationTemplateForm;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.notification.NotificationTemplate;
import dev.parley.workstream.notification.NotificationTemplateChange;
import dev.parley.workstream.notification.NotificationTemplateId;
import dev.parley.workstream.notification.NotificationTemplates;
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

/// One notification template: shows, changes and deletes it.
@Controller
@RequestMapping("/admin/notification-templates/{id}")
class NotificationTemplateController {
    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of("created", "notification.created", "saved", "notification.saved"));

    private final NotificationTemplates templates;
    private final NotificationTemplateScreen page;
    private final EditConflict editConflict;

    NotificationTemplateController(
            NotificationTemplates templates,
            NotificationTemplateScreen page,
            EditConflict editConflict) {
        this.templates = templates;
        this.page = page;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel show(
            PageFrame frame, @PathVariable UUID id, @RequestParam Map<String, String> parameters) {
        var template = template(id);
        return page.show(
                frame,
                template,
                NotificationTemplateForm.of(template),
                Problems.NONE,
                NOTICES.text(frame, parameters));
    }

    @PostMapping
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var template = template(id);
        var form = NotificationTemplateForm.typed(typed);
        var problems = NotificationTemplateScreen.problems(frame, form, template.isDefault());
        if (!problems.isEmpty()) {
            return again(frame, template, form, problems);
        }
        var change =
                templates.change(
                        template.id(), form.revision(), form.name(), form.content(), me.userId());
        return switch (change) {
            case NotificationTemplateChange.Done _ ->
                    Answer.redirect("/admin/notification-templates/" + id + "?saved");
            case NotificationTemplateChange.NameTaken() ->
                    again(frame, template, form, NotificationTemplateScreen.nameTaken(frame));
            case NotificationTemplateChange.Conflict(var now) -> conflict(frame, now, form);
            case NotificationTemplateChange.Gone() ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case NotificationTemplateChange.InUse _, NotificationTemplateChange.TooMany _ ->
                    throw new IllegalStateException("A template can be changed while it is used");
        };
    }

    @PostMapping("/deletion")
    Answer delete(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var template = templates.byId(new NotificationTemplateId(id));
        var isDeleted =
                template.isEmpty()
                        || !(templates.delete(template.get().id(), me.userId())
                                instanceof NotificationTemplateChange.InUse);
        return isDeleted
                ? Answer.redirect("/admin/notification-templates?deleted")
                : again(
                        frame,
                        template.get(),
                        NotificationTemplateForm.of(template.get()),
                        Problems.with("deletion", frame.text("notification.inUse")));
    }

    private Answer conflict(
            PageFrame frame, NotificationTemplate now, NotificationTemplateForm form) {
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return again(frame, now, form.over(now.revision()), problem);
    }

    private Answer again(
            PageFrame frame,
            NotificationTemplate template,
            NotificationTemplateForm form,
            Problems problems) {
        return Answer.invalid(page.show(frame, template, form, problems, ""));
    }

    private NotificationTemplate template(UUID id) {
        return templates
                .byId(new NotificationTemplateId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
