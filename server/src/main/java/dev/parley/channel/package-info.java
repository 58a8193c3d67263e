/// The words that all channels share, and what a channel must be able to do.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.parley.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
