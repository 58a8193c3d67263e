/// Agents: whether they are there, how much they can take, and which queues they serve.
@ApplicationModule(allowedDependencies = {"identity", "platform"})
@NullMarked
package dev.parley.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
