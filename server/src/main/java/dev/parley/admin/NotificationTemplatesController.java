package dev.parley.admin;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.view.NotificationTemplateForm;
import dev.parley.admin.view.NotificationTemplatesView;
import dev.parley.admin.view.NotificationTemplatesView.Line;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.notification.NotificationTemplate;
import dev.parley.workstream.notification.NotificationTemplateChange;
import dev.parley.workstream.notification.NotificationTemplates;
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

/// The list of notification templates, and the form for a new one.
@Controller
@RequestMapping("/admin/notification-templates")
class NotificationTemplatesController {
    private static final List<String> SORTS =
            List.of("name", "countdown", "uses", "created", "-changed");

    private final Templates templates;
    private final NotificationTemplates rows;
    private final NotificationTemplateScreen page;
    private final UserNames names;

    NotificationTemplatesController(
            Templates templates,
            NotificationTemplates rows,
            NotificationTemplateScreen page,
            UserNames names) {
        this.templates = templates;
        this.rows = rows;
        this.page = page;
        this.names = names;
    }

    @GetMapping
    JteModel list(PageFrame frame, @RequestParam Map<String, String> parameters) {
        var listing = Listing.of("/admin/notification-templates", parameters, SORTS);
        var found = rows.list(listing.pageRequest());
        var notice = parameters.containsKey("deleted") ? frame.text("notification.deleted") : "";
        return templates.adminNotificationTemplates(
                frame,
                new NotificationTemplatesView(
                        listing, lines(frame, found.rows()), found.all(), notice));
    }

    private List<Line> lines(PageFrame frame, List<NotificationTemplate> found) {
        var users =
                names.of(
                        found.stream()
                                .flatMap(one -> Stream.of(one.createdBy(), one.changedBy()))
                                .toList());
        return found.stream()
                .map(one ->
                        new Line(
                                one,
                                NotificationTemplateScreen.name(frame, one),
                                UserNames.made(
                                        frame,
                                        users,
                                        one.createdAt(),
                                        one.createdBy(),
                                        one.changedAt(),
                                        one.changedBy())))
                .toList();
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame) {
        return page.showNew(frame, NotificationTemplateForm.empty(), Problems.NONE);
    }

    @PostMapping("/new")
    Answer create(PageFrame frame, SignedIn me, FormInput typed) {
        var form = NotificationTemplateForm.typed(typed);
        var problems = NotificationTemplateScreen.problems(frame, form, false);
        if (!problems.isEmpty()) {
            return Answer.invalid(page.showNew(frame, form, problems));
        }
        var change = rows.create(form.occasion(), form.name(), form.content(), me.userId());
        return switch (change) {
            case NotificationTemplateChange.Done(var id) ->
                    Answer.redirect("/admin/notification-templates/" + id + "?created");
            case NotificationTemplateChange.NameTaken() ->
                    Answer.invalid(
                            page.showNew(frame, form, NotificationTemplateScreen.nameTaken(frame)));
            case NotificationTemplateChange.TooMany() ->
                    Answer.invalid(page.showNew(frame, form, tooMany(frame)));
            case NotificationTemplateChange.Conflict _,
                    NotificationTemplateChange.InUse _,
                    NotificationTemplateChange.Gone _ ->
                    throw new IllegalStateException("A new template cannot conflict");
        };
    }

    private static Problems tooMany(PageFrame frame) {
        return Problems.ofForm(frame.text("notification.tooMany", NotificationTemplates.MOST));
    }
}
