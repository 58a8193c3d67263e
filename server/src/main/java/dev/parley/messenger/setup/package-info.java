/// The Facebook apps and pages that Parley speaks through.
@NamedInterface("setup")
@NullMarked
package dev.parley.messenger.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
