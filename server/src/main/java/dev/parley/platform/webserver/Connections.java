package dev.parley.platform.webserver;

import dev.parley.platform.ClientAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/// The connections that are open. When there is no room for another, the one goes that has kept us
/// waiting longest; whoever is being served stays.
final class Connections implements Connection.Listener {
    private final int most;
    private final int perAddress;
    private final Map<Connection, Seat> seats = new ConcurrentHashMap<>();
    private final Map<String, Integer> addresses = new ConcurrentHashMap<>();

    Connections(WebServerSettings settings) {
        this.most = settings.connections();
        this.perAddress = settings.perAddress();
    }

    @Override
    public void onOpened(Connection connection) {
        var address = stranger(connection);
        seats.put(connection, new Seat(address, System.nanoTime()));
        if (address != null && addresses.merge(address, 1, Integer::sum) > perAddress) {
            close(connection, "Its address has too many");
        } else if (seats.size() > most) {
            close(longestWaiting(connection), "There are too many");
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

    void forEach(BiConsumer<Connection, Seat> look) {
        seats.forEach(look);
    }

    static void close(Connection connection, String reason) {
        connection.getEndPoint().close(new TimeoutException(reason));
    }

    /// {@return the newest itself if everybody else is being served}
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

    private static @Nullable String stranger(Connection connection) {
        var remote = Clients.remote(connection.getEndPoint());
        if (remote == null) {
            return null;
        }
        var client = new ClientAddress(remote);
        return client.isNeighbour() ? null : client.key();
    }

    /// What is known of one. Without an address the number of its connections is not limited.
    static final class Seat {
        final @Nullable String address;
        volatile long idleSince;
        volatile @Nullable Exchange exchange;

        Seat(@Nullable String address, long now) {
            this.address = address;
            this.idleSince = now;
        }

        /// {@return for how long its client has kept us waiting}
        long waiting(long now) {
            var current = exchange;
            return current == null ? now - idleSince : current.pending(now);
        }
    }
}
