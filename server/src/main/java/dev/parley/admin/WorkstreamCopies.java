package dev.parley.admin;

import dev.parley.identity.UserId;
import dev.parley.platform.web.PageFrame;
import dev.parley.timeout.TimeOutRules;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamChange;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import dev.parley.workstream.notification.NotificationChoices;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Copies workstreams, with their notification templates and time-out rules, and without endpoints.
@Component
class WorkstreamCopies {
    private final Workstreams workstreams;
    private final NotificationChoices notifications;
    private final TimeOutRules timeOutRules;

    WorkstreamCopies(
            Workstreams workstreams, NotificationChoices notifications, TimeOutRules timeOutRules) {
        this.workstreams = workstreams;
        this.notifications = notifications;
        this.timeOutRules = timeOutRules;
    }

    /// {@return the copy, under a free name}
    WorkstreamId copy(PageFrame frame, Workstream workstream, UserId by) {
        WorkstreamId copy =
                CopyNames.create(frame, workstream.name(), name -> copied(workstream, name, by));
        notifications.copy(workstream.id(), copy);
        timeOutRules.copy(workstream.id(), copy, by);
        return copy;
    }

    /// {@return the copy; empty if the name is taken} If the queue was deleted in the meantime, no
    /// other name is tried.
    private Optional<WorkstreamId> copied(Workstream workstream, String name, UserId by) {
        var draft = WorkstreamDraft.of(workstream).withName(name);
        return switch (workstreams.create(draft, by)) {
            case WorkstreamChange.Done(var id) -> Optional.of(id);
            case WorkstreamChange.NameTaken() -> Optional.empty();
            case WorkstreamChange.QueueGone _,
                    WorkstreamChange.QueueNameTaken _,
                    WorkstreamChange.Conflict _,
                    WorkstreamChange.Gone _ ->
                    throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }
}
