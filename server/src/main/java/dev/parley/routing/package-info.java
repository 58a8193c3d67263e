/// Who takes a conversation, and why.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "work",
            "platform",
            "identity",
            "conversation",
            "team",
            "workstream"
        })
@NullMarked
package dev.parley.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
