/// What Meta tells about people who want their data deleted, or took the app off their account.
@NamedInterface("privacy")
@NullMarked
package dev.parley.messenger.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
