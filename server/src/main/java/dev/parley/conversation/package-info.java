/// The heart: conversations and where they stand, what was said, and until when we may answer.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "work",
            "platform",
            "inbox",
            "customer",
            "identity",
            "workstream"
        })
@NullMarked
package dev.parley.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
