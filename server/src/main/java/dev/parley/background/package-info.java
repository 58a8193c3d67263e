/// Loops that drain tables, when nudged and at regular intervals, and records of work that crashed
/// the process.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package dev.parley.background;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
