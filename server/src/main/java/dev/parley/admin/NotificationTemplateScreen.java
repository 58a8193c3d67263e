package dev.parley.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.view.NotificationTemplateForm;
import dev.parley.admin.view.NotificationTemplateView;
import dev.parley.platform.language.Keys;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.notification.LabelTexts;
import dev.parley.workstream.notification.NotificationContent;
import dev.parley.workstream.notification.NotificationOccasion;
import dev.parley.workstream.notification.NotificationTemplate;
import dev.parley.workstream.notification.NotificationTemplates;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/// Renders the page of a notification template, which several forms return to, and checks its form.
@Component
class NotificationTemplateScreen {
    private final Templates templates;
    private final NotificationTemplates rows;
    private final UserNames names;

    NotificationTemplateScreen(Templates templates, NotificationTemplates rows, UserNames names) {
        this.templates = templates;
        this.rows = rows;
        this.names = names;
    }

    JteModel showNew(PageFrame frame, NotificationTemplateForm form, Problems problems) {
        var title = frame.text("notification.new");
        return templates.adminNotificationTemplate(
                frame,
                new NotificationTemplateView(null, title, form, List.of(), null, problems, ""));
    }

    JteModel show(
            PageFrame frame,
            NotificationTemplate template,
            NotificationTemplateForm form,
            Problems problems,
            String notice) {
        var made =
                names.made(
                        frame,
                        template.createdAt(),
                        template.createdBy(),
                        template.changedAt(),
                        template.changedBy());
        return templates.adminNotificationTemplate(
                frame,
                new NotificationTemplateView(
                        template,
                        name(frame, template),
                        form,
                        rows.usedBy(template.id()),
                        made,
                        problems,
                        notice));
    }

    /// {@return the name of a template; for a default in the reader's language}
    static String name(PageFrame frame, NotificationTemplate template) {
        return template.isDefault()
                ? frame.text("notification.default", word(frame, template.occasion()))
                : template.name();
    }

    static String word(PageFrame frame, NotificationOccasion occasion) {
        return frame.text("notification.occasion." + Keys.word(occasion.name()));
    }

    static Problems problems(PageFrame frame, NotificationTemplateForm form, boolean isDefault) {
        var check = new FormCheck(frame.t());
        var problems =
                check.number(
                                "countdown",
                                "notification.countdown",
                                form.countdown(),
                                NotificationContent.SHORTEST,
                                NotificationContent.LONGEST)
                        .merge(fieldProblems(frame, form))
                        .merge(label(frame, "acceptEnglish", form.accept().english()))
                        .merge(label(frame, "acceptChinese", form.accept().chinese()))
                        .merge(label(frame, "declineEnglish", form.decline().english()))
                        .merge(label(frame, "declineChinese", form.decline().chinese()));
        return isDefault
                ? problems
                : check.filled("name", "notification.name", form.name(), FormCheck.NAME)
                        .merge(problems);
    }

    static Problems nameTaken(PageFrame frame) {
        return Problems.with("name", frame.text("notification.name.taken"));
    }

    private static Problems fieldProblems(PageFrame frame, NotificationTemplateForm form) {
        return new HashSet<>(form.fields()).size() < form.fields().size()
                ? Problems.with("fields", frame.text("notification.fields.twice"))
                : Problems.NONE;
    }

    private static Problems label(PageFrame frame, String field, String typed) {
        return typed.length() > LabelTexts.LONGEST
                ? Problems.with(field, frame.text("notification.label.long", LabelTexts.LONGEST))
                : Problems.NONE;
    }
}
