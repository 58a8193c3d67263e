/// How conversations of a set of pages are handled.
@ApplicationModule(allowedDependencies = {"channel", "identity", "platform"})
@NullMarked
package dev.parley.workstream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
