/// The screens on which administrators manage what protects customers and agents. Stores no state
/// of its own.
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
