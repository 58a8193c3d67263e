/// The desk: what agents see and do. Reads conversations, and stores no state of its own.
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
            "contact",
            "contact :: web",
            "conversation",
            "team",
            "routing",
            "outbox",
            "workstream",
            "workstream :: notification",
            "workspace",
            "tag",
            "search",
            "engagement",
            "engagement :: macro",
            "privacy",
            "transcript",
            "timeout"
        })
@NullMarked
package dev.parley.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
