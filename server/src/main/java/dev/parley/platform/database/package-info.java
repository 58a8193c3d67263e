/// The database: a PostgreSQL of our own that starts and stops with the server and survives being
/// killed, or one that is run elsewhere.
@NullMarked
package dev.parley.platform.database;

import org.jspecify.annotations.NullMarked;
