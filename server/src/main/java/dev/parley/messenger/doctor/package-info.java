/// The provisioning doctor: whether a page really works, why not, and how to fix it.
@NamedInterface("doctor")
@NullMarked
package dev.parley.messenger.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
