/// Pictures that strangers sent: measured without decoding them, and made small in a process of its
/// own.
@NamedInterface("image")
@NullMarked
package dev.parley.platform.image;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
