/// What administrators see. Keeps no state of its own.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "identity",
            "inbox",
            "messenger :: catchup",
            "messenger :: doctor",
            "messenger :: graph",
            "messenger :: privacy",
            "messenger :: setup",
            "outbox",
            "platform",
            "platform :: web",
            "platform :: language",
            "team",
            "workstream"
        })
@NullMarked
package dev.parley.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
