package dev.parley.platform.webserver;

import dev.parley.platform.webserver.Connections.ConnectionState;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks all connections every second, and closes those whose client is too slow.
final class SlowClients implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(SlowClients.class);
    private static final long TOLERANCE = TimeUnit.SECONDS.toNanos(1);

    private final Connections connections;
    private final WebServerSettings settings;
    private final long idle;

    SlowClients(Connections connections, WebServerSettings settings) {
        this.connections = connections;
        this.settings = settings;
        this.idle = settings.idleTimeout().toNanos() + TOLERANCE;
    }

    @Override
    public void run() {
        var now = System.nanoTime();
        connections.forEach((connection, seat) -> {
            try {
                check(connection, seat, now);
            } catch (RuntimeException failure) {
                log.warn("A connection could not be checked", failure);
            }
        });
    }

    private void check(Connection connection, ConnectionState seat, long now) {
        var exchange = seat.exchange;
        if (exchange == null) {
            if (now - seat.idleSince > idle) {
                Connections.close(connection, "No request arrived");
            }
            return;
        }
        if (exchange.isStalled(now, settings)) {
            Connections.close(connection, "The client is too slow");
        }
    }
}
