package dev.parley.admin;

import dev.parley.admin.view.Attributed;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.web.PageFrame;
import dev.parley.team.Queue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What queues and users are called on the screens of administrators.
@Component
class AdminNames {
    private final Users users;

    AdminNames(Users users) {
        this.users = users;
    }

    /// {@return what these users are called}
    Map<UserId, String> of(Collection<? extends @Nullable UserId> ids) {
        var asked = new HashSet<UserId>();
        for (var id : new ArrayList<>(ids)) {
            if (id != null) {
                asked.add(id);
            }
        }
        return asked.isEmpty() ? Map.of() : users.names(asked);
    }

    /// {@return what this user is called; Parley itself for null}
    static String of(PageFrame frame, Map<UserId, String> names, @Nullable UserId id) {
        return id == null ? frame.text("common.product") : names.getOrDefault(id, "?");
    }

    Attributed made(
            PageFrame frame,
            Instant createdAt,
            @Nullable UserId createdBy,
            Instant changedAt,
            @Nullable UserId changedBy) {
        var ids = new ArrayList<@Nullable UserId>();
        ids.add(createdBy);
        ids.add(changedBy);
        return made(frame, of(ids), createdAt, createdBy, changedAt, changedBy);
    }

    static Attributed made(
            PageFrame frame,
            Map<UserId, String> names,
            Instant createdAt,
            @Nullable UserId createdBy,
            Instant changedAt,
            @Nullable UserId changedBy) {
        return new Attributed(
                createdAt, of(frame, names, createdBy), changedAt, of(frame, names, changedBy));
    }

    /// The default queue goes by the reader's language.
    static String of(PageFrame frame, Queue queue) {
        return queue.isDefault() ? frame.text("admin.queue.default") : queue.name();
    }
}
