package dev.parley.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The client address of a request. `X-Forwarded-For` is trusted only from a neighbour: a proxy on
/// this machine or in its private network, and only the entry that the neighbour itself added,
/// which is the last entry of the last line. Everything before it may be forged.
public record ClientAddress(InetAddress address) {
    private static final int NETWORK_BYTES = 8;

    /// {@return the client's address; the neighbour's, if the header holds no address}
    ///
    /// @param remote the other end of the connection
    /// @param forwardedFor the lines of the header, in their order
    public static ClientAddress of(InetAddress remote, List<String> forwardedFor) {
        var nearest = new ClientAddress(remote);
        return forwardedFor.isEmpty() || !nearest.isNeighbour()
                ? nearest
                : literal(last(forwardedFor.getLast())).orElse(nearest);
    }

    /// {@return empty if it is not a literal address; names are not looked up}
    public static Optional<ClientAddress> literal(String text) {
        try {
            return Optional.of(new ClientAddress(InetAddress.ofLiteral(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// {@return whether it is on this machine or in its private network}
    public boolean isNeighbour() {
        return address.isLoopbackAddress() || address.isSiteLocalAddress();
    }

    /// {@return the key to count requests by} One subscriber has a whole /64 of IPv6, and could use
    /// a new address each time.
    public String key() {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                        + "/64"
                : address.getHostAddress();
    }

    private static String last(String line) {
        return line.substring(line.lastIndexOf(',') + 1).strip();
    }
}
