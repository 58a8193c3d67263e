/// The database: an embedded PostgreSQL that starts and stops with the server and survives being
/// killed, or an external one.
@NullMarked
package dev.parley.platform.database;

import org.jspecify.annotations.NullMarked;
