/// The REST API: reads conversations and messages, and sends replies. It has no state.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "platform",
            "platform :: language",
            "identity",
            "conversation",
            "attachment",
            "attachment :: web",
            "privacy",
            "tag"
        })
@NullMarked
package dev.parley.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
