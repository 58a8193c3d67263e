package dev.parley.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.SelectOption;
import dev.parley.admin.kit.WorkstreamScreens;
import dev.parley.admin.view.WorkstreamNotificationsView;
import dev.parley.admin.view.WorkstreamNotificationsView.Choice;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.notification.NotificationChoices;
import dev.parley.workstream.notification.NotificationOccasion;
import dev.parley.workstream.notification.NotificationTemplateId;
import dev.parley.workstream.notification.NotificationTemplates;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Which notification template a workstream uses on each occasion.
@Controller
@RequestMapping("/admin/workstreams/{id}/notifications")
class WorkstreamNotificationsController {
    private final Templates templates;
    private final NotificationTemplates rows;
    private final NotificationChoices choices;
    private final WorkstreamScreens screens;
    private final EditConflict editConflict;

    WorkstreamNotificationsController(
            Templates templates,
            NotificationTemplates rows,
            NotificationChoices choices,
            WorkstreamScreens screens,
            EditConflict editConflict) {
        this.templates = templates;
        this.rows = rows;
        this.choices = choices;
        this.screens = screens;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel show(PageFrame frame, @PathVariable UUID id) {
        var workstream = screens.workstream(id);
        var chosen =
                new EnumMap<NotificationOccasion, NotificationTemplateId>(
                        NotificationOccasion.class);
        choices.of(workstream.id()).forEach((occasion, one) -> chosen.put(occasion, one.id()));
        return show(frame, workstream, chosen, Problems.NONE);
    }

    @PostMapping
    Answer choose(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var workstream = screens.workstream(id);
        var chosen =
                new EnumMap<NotificationOccasion, NotificationTemplateId>(
                        NotificationOccasion.class);
        for (var occasion : NotificationOccasion.values()) {
            typed.id(occasion.name())
                    .ifPresent(one -> chosen.put(occasion, new NotificationTemplateId(one)));
        }
        if (choices.choose(workstream.id(), typed.number("revision"), chosen, me.userId())) {
            return Answer.redirect(WorkstreamScreens.address(workstream.id()) + "?saved");
        }
        var now = screens.workstream(id);
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return Answer.invalid(show(frame, now, chosen, problem));
    }

    private JteModel show(
            PageFrame frame,
            Workstream workstream,
            Map<NotificationOccasion, NotificationTemplateId> chosen,
            Problems problems) {
        var all =
                Stream.of(NotificationOccasion.values())
                        .map(occasion -> choice(frame, occasion, chosen.get(occasion)))
                        .toList();
        return templates.adminWorkstreamNotifications(
                frame,
                new WorkstreamNotificationsView(workstream, all, workstream.revision(), problems));
    }

    private Choice choice(
            PageFrame frame,
            NotificationOccasion occasion,
            @Nullable NotificationTemplateId chosen) {
        return new Choice(
                occasion,
                rows.of(occasion).stream()
                        .map(one ->
                                new SelectOption(
                                        one.id().toString(),
                                        NotificationTemplateScreen.name(frame, one),
                                        one.id().equals(chosen)))
                        .toList());
    }
}
