/// What agents have ready for conversations: canned answers, and macros.
@ApplicationModule(
        allowedDependencies = {
            "conversation",
            "identity",
            "platform",
            "platform :: language",
            "tag",
            "team",
            "workstream"
        })
@NullMarked
package dev.parley.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
