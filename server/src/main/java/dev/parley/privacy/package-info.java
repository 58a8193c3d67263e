/// What protects customers and agents: masking of texts, and the notice that agents acknowledge.
/// Stored messages are never changed.
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: language",
            "identity",
            "channel",
            "conversation"
        })
@NullMarked
package dev.parley.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
