package dev.parley.platform.webserver;

import dev.parley.platform.ClientAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/// The open connections. When there are too many, the one whose client has been waited for longest
/// is closed; connections that are being served stay open.
final class Connections implements Connection.Listener {
    private final int most;
    private final int perAddress;
    private final Map<Connection, ConnectionState> seats = new ConcurrentHashMap<>();
    private final Map<String, Integer> addresses = new ConcurrentHashMap<>();

    Connections(WebServerSettings settings) {
        this.most = settings.connections();
        this.perAddress = settings.perAddress();
    }

    @Override
    public void onOpened(Connection connection) {
        var address = limitedAddress(connection);
        seats.put(connection, new ConnectionState(address, System.nanoTime()));
        if (address != null && addresses.merge(address, 1, Integer::sum) > perAddress) {
            close(connection, "Too many connections from this address");
        } else if (seats.size() > most) {
            close(longestWaiting(connection), "Too many connections");
        }
    }

    @Override
    public void onClosed(Connection connection) {
        var seat = seats.remove(connection);
        if (seat != null && seat.address != null) {
            addresses.computeIfPresent(
                    seat.address, (_, count) -> count == 1 ? null : Integer.valueOf(count - 1));
        }
    }

    void begins(Exchange exchange) {
        var seat = seats.get(exchange.connection);
        if (seat != null) {
            seat.exchange = exchange;
        }
    }

    void ends(Exchange exchange) {
        var seat = seats.get(exchange.connection);
        if (seat != null) {
            seat.idleSince = System.nanoTime();
            seat.exchange = null;
        }
    }

    void forEach(BiConsumer<Connection, ConnectionState> action) {
        seats.forEach(action);
    }

    static void close(Connection connection, String reason) {
        connection.getEndPoint().close(new TimeoutException(reason));
    }

    /// {@return the newest itself if all others are being served}
    private Connection longestWaiting(Connection newest) {
        var now = System.nanoTime();
        var found = newest;
        var longest = 0L;
        for (var seat : seats.entrySet()) {
            var waiting = seat.getValue().waiting(now);
            if (waiting > longest && !seat.getKey().equals(newest)) {
                longest = waiting;
                found = seat.getKey();
            }
        }
        return found;
    }

    private static @Nullable String limitedAddress(Connection connection) {
        var remote = Clients.remote(connection.getEndPoint());
        if (remote == null) {
            return null;
        }
        var client = new ClientAddress(remote);
        return client.isNeighbour() ? null : client.key();
    }

    /// The state of one connection. Without an address, the number of connections is not limited.
    static final class ConnectionState {
        final @Nullable String address;
        volatile long idleSince;
        volatile @Nullable Exchange exchange;

        ConnectionState(@Nullable String address, long now) {
            this.address = address;
            this.idleSince = now;
        }

        /// {@return for how long its client has been waited for}
        long waiting(long now) {
            var current = exchange;
            return current == null ? now - idleSince : current.pending(now);
        }
    }
}
