/// What agents see, and what they do there. Reads conversations, never keeps state of its own.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "attachment",
            "platform",
            "platform :: image",
            "platform :: web",
            "platform :: language",
            "identity",
            "customer",
            "conversation",
            "team",
            "routing",
            "outbox",
            "workstream"
        })
@NullMarked
package dev.parley.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
