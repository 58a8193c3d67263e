/// What administrators see. Keeps no state of its own.
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "messenger :: setup",
            "platform",
            "platform :: web",
            "platform :: language"
        })
@NullMarked
package dev.parley.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
