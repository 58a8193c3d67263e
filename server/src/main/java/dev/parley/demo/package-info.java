/// People, pages and sign-ins for trying Parley out with the simulator. Does nothing elsewhere.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "platform",
            "platform :: language",
            "identity",
            "messenger :: account",
            "messenger :: graph",
            "team",
            "workstream"
        })
@NullMarked
package dev.parley.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
