package dev.parley.admin.kit;

import dev.parley.identity.UserId;
import dev.parley.platform.web.PageFrame;
import java.time.Instant;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the second of two administrators reads who had the same thing open: who was first and when,
/// and that what they typed is still there.
@Component
public class EditConflict {
    private final UserNames names;

    EditConflict(UserNames names) {
        this.names = names;
    }

    /// {@return the problem of the whole form}
    ///
    /// @param who changed it first; null for Parley itself
    public Problems problem(PageFrame frame, @Nullable UserId who, Instant at) {
        var called = names.of(Collections.singletonList(who));
        return Problems.ofForm(frame.text("admin.overtaken", UserNames.of(frame, called, who), at));
    }
}
