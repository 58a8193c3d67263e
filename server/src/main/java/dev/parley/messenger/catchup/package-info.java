/// Ensures that no message stays missing: checks whether Meta still sends us a page's events, and
/// fetches what it could not deliver.
@NamedInterface("catchup")
@NullMarked
package dev.parley.messenger.catchup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
