/// The inbox on its own, against its tables.
@NullMarked
package dev.parley.inbox;

import org.jspecify.annotations.NullMarked;
