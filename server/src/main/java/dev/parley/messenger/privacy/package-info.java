/// Meta's requests about people who want their data deleted, or removed the app from their account.
@NamedInterface("privacy")
@NullMarked
package dev.parley.messenger.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
