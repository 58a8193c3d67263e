/// Stores what channels deliver before it is processed, once each, and dispatches it in order per
/// person.
@ApplicationModule(allowedDependencies = {"channel", "background", "identity", "platform"})
@NullMarked
package dev.parley.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
