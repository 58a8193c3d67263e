package dev.parley.workstream.notification;

import java.util.UUID;

/// The id of a notification template.
public record NotificationTemplateId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
