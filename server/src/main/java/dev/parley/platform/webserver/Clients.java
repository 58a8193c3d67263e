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

/// Who asks. A neighbour is trusted when it speaks for itself, and counted when it says on whose
/// behalf it asks.
final class Clients {
    private final Map<String, Client> callers = new ConcurrentHashMap<>();

    /// A request begins. {@return its caller, who has this one more under way}
    Client begins(Request request) {
        var address = address(request);
        return address == null
                ? Client.NEIGHBOUR
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

    /// {@return null for neighbours that speak for themselves}
    private static @Nullable String address(Request request) {
        var remote = remote(request.getConnectionMetaData().getConnection().getEndPoint());
        if (remote == null) {
            return "";
        }
        var told = request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR);
        return told.isEmpty() && new ClientAddress(remote).isNeighbour()
                ? null
                : ClientAddress.of(remote, told).key();
    }

    static @Nullable InetAddress remote(EndPoint endPoint) {
        return endPoint.getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : null;
    }
}
