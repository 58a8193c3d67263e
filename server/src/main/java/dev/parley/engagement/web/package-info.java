/// The screens on which canned answers are managed: the shared library in the administration, and
/// each agent's own beside the account. Stores no state of its own.
@ApplicationModule(
        displayName = "Engagement screens",
        allowedDependencies = {
            "admin :: kit",
            "engagement",
            "identity",
            "platform",
            "platform :: web",
            "platform :: language",
            "workstream"
        })
@NullMarked
package dev.parley.engagement.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
