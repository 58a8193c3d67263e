package dev.parley.identity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that somebody did.
///
/// @param who null when Parley did it by itself
/// @param action what was done to what, such as `user.created`
/// @param subject kind and id, such as `user/0198…`
/// @param before what mattered about it, by name
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

    /// {@return what kind of thing it was done to}
    public String kind() {
        var slash = subject.indexOf('/');
        return slash < 0 ? subject : subject.substring(0, slash);
    }
}
