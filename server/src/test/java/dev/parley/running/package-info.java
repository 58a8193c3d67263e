/// The whole server, used by tests over HTTP.
@NullMarked
package dev.parley.running;

import org.jspecify.annotations.NullMarked;
