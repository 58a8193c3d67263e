/// What we owe to customers, until the channel has taken it.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "work",
            "platform",
            "identity",
            "conversation",
            "workstream"
        })
@NullMarked
package dev.parley.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
