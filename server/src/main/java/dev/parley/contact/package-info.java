/// Contacts and companies: the company's own record of its customers, and the links from customers,
/// as channels know them, to this record.
@ApplicationModule(
        allowedDependencies = {
            "admin :: kit",
            "background",
            "channel",
            "conversation",
            "customer",
            "engagement",
            "identity",
            "platform",
            "platform :: web",
            "platform :: language",
            "routing"
        })
@NullMarked
package dev.parley.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
