package dev.parley.admin;

import dev.parley.admin.view.WorkstreamView.Fact;
import dev.parley.platform.web.PageFrame;
import dev.parley.timeout.TimeOutRules;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.notification.NotificationChoices;
import java.util.List;
import org.springframework.stereotype.Component;

/// Describes what a workstream has beside its own settings.
@Component
class WorkstreamFacts {
    private final NotificationChoices notifications;
    private final TimeOutRules timeOutRules;

    WorkstreamFacts(NotificationChoices notifications, TimeOutRules timeOutRules) {
        this.notifications = notifications;
        this.timeOutRules = timeOutRules;
    }

    /// {@return which notification template it uses on each occasion}
    List<Fact> notifications(PageFrame frame, Workstream workstream) {
        return notifications.of(workstream.id()).entrySet().stream()
                .map(one ->
                        new Fact(
                                NotificationTemplateScreen.word(frame, one.getKey()),
                                NotificationTemplateScreen.name(frame, one.getValue())))
                .toList();
    }

    /// {@return its time-out rules, in their order}
    List<Fact> timeOutRules(PageFrame frame, Workstream workstream) {
        return timeOutRules.of(workstream.id()).stream()
                .map(rule ->
                        new Fact(
                                TimeOutTexts.when(frame.t(), rule.content()),
                                TimeOutTexts.then(frame.t(), rule.content())))
                .toList();
    }
}
