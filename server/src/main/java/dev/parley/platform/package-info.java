/// What every module builds on: the embedded database, secrets, ids, languages, web set-up.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.parley.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
