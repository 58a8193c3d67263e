/// The screens on which canned answers and macros are managed: the shared libraries in the
/// administration, and each agent's own beside the account. Stores no state of its own.
@ApplicationModule(
        displayName = "Engagement screens",
        allowedDependencies = {
            "admin :: kit",
            "engagement",
            "engagement :: macro",
            "identity",
            "platform",
            "platform :: web",
            "platform :: language",
            "tag",
            "team",
            "workstream"
        })
@NullMarked
package dev.parley.engagement.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
