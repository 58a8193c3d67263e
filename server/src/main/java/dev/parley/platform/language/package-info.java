/// The languages that Parley speaks, and how each writes words, numbers and times.
@NamedInterface("language")
@NullMarked
package dev.parley.platform.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
