package dev.parley.platform.webserver;

import dev.parley.platform.ClientAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// The clients with requests in progress. A neighbour's own requests are not limited; those that it
/// forwards are counted for the client's address.
final class Clients {
    private final Map<String, Client> callers = new ConcurrentHashMap<>();

    /// Registers a request. {@return its client, with this request counted}
    Client begins(Request request) {
        var address = address(request);
        return address == null
                ? Client.TRUSTED
                : callers.compute(
                        address,
                        (_, known) -> {
                            var caller = known == null ? new Client(address) : known;
                            caller.requests.incrementAndGet();
                            return caller;
                        });
    }

    void ends(Client caller) {
        if (!caller.isNeighbour()) {
            callers.computeIfPresent(
                    caller.address,
                    (_, known) -> known.requests.decrementAndGet() == 0 ? null : known);
        }
    }

    /// {@return the client's address; null for a neighbour's own requests}
    private static @Nullable String address(Request request) {
        var remote = remote(request.getConnectionMetaData().getConnection().getEndPoint());
        if (remote == null) {
            return "";
        }
        var forwardedFor = request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR);
        return forwardedFor.isEmpty() && new ClientAddress(remote).isNeighbour()
                ? null
                : ClientAddress.of(remote, forwardedFor).key();
    }

    static @Nullable InetAddress remote(EndPoint endPoint) {
        return endPoint.getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : null;
    }
}
