/// Files of messages: downloaded before their links expire, checked, stored, and displayed safely.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "background",
            "platform",
            "platform :: image",
            "platform :: language",
            "identity",
            "workstream",
            "conversation"
        })
@NullMarked
package dev.parley.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
