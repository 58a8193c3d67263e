package dev.parley.workstream.notification;

import java.util.List;

/// The result of creating, changing or deleting a notification template.
public sealed interface NotificationTemplateChange {
    record Done(NotificationTemplateId id) implements NotificationTemplateChange {}

    /// Another template of the same occasion has this name; nothing was saved.
    record NameTaken() implements NotificationTemplateChange {}

    /// There are as many as there can be; nothing was saved.
    record TooMany() implements NotificationTemplateChange {}

    /// It was changed in the meantime; nothing was saved.
    ///
    /// @param now its current state
    record Conflict(NotificationTemplate now) implements NotificationTemplateChange {}

    /// It was not deleted: it is the default, or workstreams use it.
    ///
    /// @param workstreams the names of those that use it
    record InUse(List<String> workstreams) implements NotificationTemplateChange {
        public InUse {
            workstreams = List.copyOf(workstreams);
        }
    }

    /// It was deleted in the meantime.
    record Gone() implements NotificationTemplateChange {}
}
