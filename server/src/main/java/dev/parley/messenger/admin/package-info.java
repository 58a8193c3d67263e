/// Facebook's part of the administration: messaging accounts, Facebook pages and their diagnostics,
/// set-up in workstreams, traffic, data requests, and the guide. Stores no state of its own.
@ApplicationModule(
        displayName = "Messenger administration",
        allowedDependencies = {
            "admin :: kit",
            "channel",
            "identity",
            "messenger",
            "messenger :: catchup",
            "messenger :: doctor",
            "messenger :: graph",
            "messenger :: privacy",
            "messenger :: account",
            "outbox",
            "platform",
            "platform :: web",
            "platform :: language",
            "workstream"
        })
@NullMarked
package dev.parley.messenger.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
