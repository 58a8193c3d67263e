/// What agents see and do. Reads what others keep, and keeps nothing itself.
@ApplicationModule(allowedDependencies = {"platform :: language", "platform :: web"})
@NullMarked
package dev.parley.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
