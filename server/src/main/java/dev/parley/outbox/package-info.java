/// Messages to customers, until the channel has accepted them.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "background",
            "platform",
            "identity",
            "conversation",
            "workstream"
        })
@NullMarked
package dev.parley.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
