/// Facebook Messenger, both ends of the pipe.
@ApplicationModule(allowedDependencies = {"channel", "identity", "platform"})
@NullMarked
package dev.parley.messenger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
