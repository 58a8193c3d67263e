/// The tags with which conversations are sorted: their names, and who may create them.
@ApplicationModule(allowedDependencies = {"identity", "platform"})
@NullMarked
package dev.parley.tag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
