/// What the web server takes from strangers: how many connections and requests, how large bodies,
/// for how long. No thread waits here for a client without limit, and what a client held is freed
/// when it goes (decision 27).
@NullMarked
package dev.parley.platform.webserver;

import org.jspecify.annotations.NullMarked;
