/// The administration, independent of channels. A channel's own screens are in the channel's module
/// and use the [kit][dev.parley.admin.kit]. It has no state of its own.
@ApplicationModule(
        allowedDependencies = {
            "channel",
            "identity",
            "inbox",
            "platform",
            "platform :: web",
            "platform :: language",
            "tag",
            "team",
            "timeout",
            "workstream",
            "workstream :: notification"
        })
@NullMarked
package dev.parley.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
