/// The terms that all channels share, and the interfaces that a channel implements.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.parley.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
