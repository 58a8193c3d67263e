package dev.parley.identity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One recorded action.
///
/// @param who null if Parley did it automatically
/// @param action what was done to what, such as `user.created`
/// @param subject kind and id, such as `user/0198…`
/// @param before the relevant values before, by name
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable UserId who,
        String action,
        String subject,
        Map<String, String> before,
        Map<String, String> after) {
    public AuditEntry {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /// {@return the kind of the subject}
    public String kind() {
        var slash = subject.indexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }
}
