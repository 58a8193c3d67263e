/// What programs see: conversations and messages, to read and to write. Keeps no state.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "platform",
            "platform :: language",
            "identity",
            "conversation",
            "attachment",
            "attachment :: web"
        })
@NullMarked
package dev.parley.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
