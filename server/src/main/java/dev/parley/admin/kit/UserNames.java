package dev.parley.admin.kit;

import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.web.PageFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The names of users on the screens of the administration.
@Component
public class UserNames {
    private final Users users;

    UserNames(Users users) {
        this.users = users;
    }

    /// {@return the names of these users}
    public Map<UserId, String> of(Collection<? extends @Nullable UserId> ids) {
        var present = new HashSet<UserId>();
        for (var id : new ArrayList<>(ids)) {
            if (id != null) {
                present.add(id);
            }
        }
        return present.isEmpty() ? Map.of() : users.names(present);
    }

    /// {@return the name of this user; Parley's for null}
    public static String of(PageFrame frame, Map<UserId, String> names, @Nullable UserId id) {
        return id == null ? frame.text("common.product") : names.getOrDefault(id, "?");
    }

    public ChangeInfo made(
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

    public static ChangeInfo made(
            PageFrame frame,
            Map<UserId, String> names,
            Instant createdAt,
            @Nullable UserId createdBy,
            Instant changedAt,
            @Nullable UserId changedBy) {
        return new ChangeInfo(
                createdAt, of(frame, names, createdBy), changedAt, of(frame, names, changedBy));
    }
}
