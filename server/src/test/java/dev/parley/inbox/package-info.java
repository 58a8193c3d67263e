/// The inbox alone, with its tables.
@NullMarked
package dev.parley.inbox;

import org.jspecify.annotations.NullMarked;
