/// Facebook Messenger: receiving and sending.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "background",
            "identity",
            "mail",
            "platform",
            "platform :: image",
            "platform :: language",
            "inbox",
            "outbox",
            "conversation",
            "customer",
            "workstream"
        })
@NullMarked
package dev.parley.messenger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
