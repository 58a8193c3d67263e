/// Agents, with their presence, capacity and queues.
@ApplicationModule(allowedDependencies = {"identity", "platform"})
@NullMarked
package dev.parley.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
