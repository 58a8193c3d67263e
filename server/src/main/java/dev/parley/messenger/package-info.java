/// Facebook Messenger, both ends of the pipe.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "work",
            "identity",
            "platform",
            "inbox",
            "outbox",
            "conversation",
            "customer"
        })
@NullMarked
package dev.parley.messenger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
