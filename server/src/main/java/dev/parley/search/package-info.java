/// Search over messages, file names, customers and conversation numbers. Its index is derived from
/// the tables of other modules, which it reads directly, and can be made again from them.
@ApplicationModule(
        allowedDependencies = {
            "background",
            "platform",
            "identity",
            "channel",
            "customer",
            "conversation",
            "attachment",
            "tag"
        })
@NullMarked
package dev.parley.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
