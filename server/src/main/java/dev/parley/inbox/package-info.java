/// Kept before acted on: what channels deliver, once each, handed on in order per person.
@ApplicationModule(allowedDependencies = {"channel", "work", "identity", "platform"})
@NullMarked
package dev.parley.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
