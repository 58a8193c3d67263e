/// Pictures from outside: measured without decoding them, with thumbnails created in a separate
/// process.
@NamedInterface("image")
@NullMarked
package dev.parley.platform.image;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
