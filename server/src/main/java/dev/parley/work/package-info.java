/// Loops that drain tables: run when nudged, and every so often anyway.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.parley.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
