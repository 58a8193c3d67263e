/// Agents: whether they are there, and how much they can take.
@ApplicationModule(allowedDependencies = {"identity", "platform"})
@NullMarked
package dev.parley.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
