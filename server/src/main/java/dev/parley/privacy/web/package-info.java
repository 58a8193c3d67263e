/// The screens of privacy: for administrators, the list of blocked customers for supervisors, and
/// the notice for agents. Stores no state of its own.
@ApplicationModule(
        displayName = "Privacy screens",
        allowedDependencies = {
            "admin :: kit",
            "conversation",
            "privacy",
            "identity",
            "platform",
            "platform :: web",
            "platform :: language"
        })
@NullMarked
package dev.parley.privacy.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
