/// How conversations of a set of pages are handled: workstreams, and the pages set up in them.
@ApplicationModule(
        allowedDependencies = {"channel", "identity", "platform", "platform :: language", "team"})
@NullMarked
package dev.parley.workstream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
