/// What agents and Parley say to customers beside the replies that agents type: canned answers.
@ApplicationModule(
        allowedDependencies = {"identity", "platform", "platform :: language", "workstream"})
@NullMarked
package dev.parley.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
