/// The whole server, run for tests over HTTP.
@NullMarked
package dev.parley.running;

import org.jspecify.annotations.NullMarked;
