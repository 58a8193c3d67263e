package dev.parley.admin.kit;

import dev.parley.identity.UserId;
import dev.parley.platform.web.PageFrame;
import java.time.Instant;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells the second of two administrators who was first, and that what they typed is still there.
@Component
public class EditConflict {
    private final UserNames names;

    EditConflict(UserNames names) {
        this.names = names;
    }

    public String tell(PageFrame frame, @Nullable UserId who, Instant at) {
        var called = names.of(Collections.singletonList(who));
        return frame.text("admin.overtaken", UserNames.of(frame, called, who), at);
    }
}
