/// How conversations of a set of endpoints are handled: workstreams, and the endpoints set up in
/// them.
@ApplicationModule(
        allowedDependencies = {"channel", "identity", "platform", "platform :: language", "team"})
@NullMarked
package dev.parley.workstream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
