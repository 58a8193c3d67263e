/// The languages of Parley, with the texts and the formats of numbers and times of each.
@NamedInterface("language")
@NullMarked
package dev.parley.platform.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
