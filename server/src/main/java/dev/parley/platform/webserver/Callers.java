package dev.parley.platform.webserver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Who asks. A proxy on this machine or in its private network says on whose behalf; of what it
/// says only the last entry counts, which is what it saw itself.
final class Callers {
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    /// A request begins. {@return its caller, who has this one more under way}
    Caller begins(Request request) {
        var address = address(request);
        return address == null
                ? Caller.NEIGHBOUR
                : callers.compute(
                        address,
                        (_, known) -> {
                            var caller = known == null ? new Caller(address) : known;
                            caller.requests.incrementAndGet();
                            return caller;
                        });
    }

    void ends(Caller caller) {
        if (!caller.isNeighbour()) {
            callers.computeIfPresent(
                    caller.address,
                    (_, known) -> known.requests.decrementAndGet() == 0 ? null : known);
        }
    }

    /// {@return null for neighbours that speak for themselves}
    private static @Nullable String address(Request request) {
        var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        var remote = remote(endPoint);
        if (remote == null || !isNeighbour(remote)) {
            return remote == null ? "" : remote.getHostAddress();
        }
        var told = request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR);
        return told.isEmpty() ? null : last(told.getLast());
    }

    static @Nullable InetAddress remote(EndPoint endPoint) {
        return endPoint.getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : null;
    }

    static boolean isNeighbour(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress();
    }

    private static String last(String told) {
        return told.substring(told.lastIndexOf(',') + 1).strip();
    }
}
