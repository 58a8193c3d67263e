/// Loops that drain tables: run when nudged, and every so often anyway; and what is known of work
/// that killed the process.
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package dev.parley.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
