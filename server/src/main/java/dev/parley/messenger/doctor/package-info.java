/// The provisioning doctor: whether a page really works, why not, and how that is mended.
@NamedInterface("doctor")
@NullMarked
package dev.parley.messenger.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
