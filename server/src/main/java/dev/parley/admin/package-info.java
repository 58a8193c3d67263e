/// What administrators see, whatever channels there are. A channel's own screens stand in the
/// channel's module and use the [kit][dev.parley.admin.kit]. Keeps no state of its own.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "identity",
            "inbox",
            "platform",
            "platform :: web",
            "platform :: language",
            "team",
            "workstream"
        })
@NullMarked
package dev.parley.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
