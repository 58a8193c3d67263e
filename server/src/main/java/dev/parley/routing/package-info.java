/// Routing: to which agent a conversation is offered, and why.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "background",
            "platform",
            "identity",
            "conversation",
            "team",
            "workstream",
            "workstream :: notification"
        })
@NullMarked
package dev.parley.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
