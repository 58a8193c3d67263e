/// The database is killed here in every way we know, and must come back.
@NullMarked
package dev.parley.platform.database;

import org.jspecify.annotations.NullMarked;
