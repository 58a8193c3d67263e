/// Writes transcripts of conversations as text and as PDF. It knows texts only: what may be in a
/// transcript, and who may have it, is decided before.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.parley.transcript;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
