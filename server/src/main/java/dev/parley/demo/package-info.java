/// Users, pages and sign-ins to try Parley with the simulator. Inactive outside of the demo mode.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "contact",
            "conversation",
            "customer",
            "platform",
            "platform :: language",
            "identity",
            "messenger :: account",
            "messenger :: graph",
            "tag",
            "team",
            "workstream"
        })
@NullMarked
package dev.parley.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
