/// The web server's limits for clients: the number of connections and requests, the size of bodies,
/// and times. No thread waits here for a client without limit, and a client's resources are freed
/// when it disconnects (decision 27).
@NullMarked
package dev.parley.platform.webserver;

import org.jspecify.annotations.NullMarked;
