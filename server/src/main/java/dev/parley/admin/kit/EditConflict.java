package dev.parley.admin.kit;

import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import java.time.Instant;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The message for the second of two administrators who edited the same object, or for one who did
/// in two windows: who saved first and when, and that their own input is still in the form.
@Component
public class EditConflict {
    private final UserNames names;

    EditConflict(UserNames names) {
        this.names = names;
    }

    /// {@return the problem of the whole form}
    ///
    /// @param who saved first; null for Parley itself
    public Problems problem(PageFrame frame, @Nullable UserId who, Instant at) {
        if (frame.viewer() instanceof SignedIn me && me.userId().equals(who)) {
            return Problems.ofForm(frame.text("admin.editConflict.own", at));
        }
        var userNames = names.of(Collections.singletonList(who));
        var name = UserNames.of(frame, userNames, who);
        return Problems.ofForm(frame.text("admin.editConflict", name, at));
    }
}
