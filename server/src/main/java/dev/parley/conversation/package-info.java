/// The core: conversations and their states, messages, and reply windows.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "background",
            "platform",
            "inbox",
            "customer",
            "identity",
            "tag",
            "workstream"
        })
@NullMarked
package dev.parley.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
