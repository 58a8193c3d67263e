/// Time-out rules: what Parley does when a customer or an agent has not written for a time in an
/// active conversation.
@ApplicationModule(
        displayName = "Time-out rules",
        allowedDependencies = {
            "background",
            "channel",
            "conversation",
            "customer",
            "engagement",
            "identity",
            "inbox",
            "platform",
            "platform :: language",
            "workstream"
        })
@NullMarked
package dev.parley.timeout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
