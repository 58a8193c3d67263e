package dev.parley.identity.signin;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/// Where a request really comes from. Headers about that are believed only from a neighbour: a
/// proxy on this machine or in its private network, and of those only what the neighbour itself
/// saw, which is the last entry. Everything before it may be made up.
final class Origin {
    private Origin() {}

    /// {@return the address of the browser or program that asks}
    static String of(HttpServletRequest request) {
        var nearest = nearest(request);
        var told = nearest.getHeader("X-Forwarded-For");
        if (told == null || !neighbour(nearest.getRemoteAddr())) {
            return nearest.getRemoteAddr();
        }
        var last = told.substring(told.lastIndexOf(',') + 1).strip();
        return isAddress(last) ? last : nearest.getRemoteAddr();
    }

    private static boolean isAddress(String text) {
        try {
            var _ = InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /// {@return whether it comes from this machine, and on nobody else's behalf}
    static boolean isHere(HttpServletRequest request) {
        var nearest = nearest(request);
        return InetAddress.ofLiteral(nearest.getRemoteAddr()).isLoopbackAddress()
                && nearest.getHeader("X-Forwarded-For") == null
                && nearest.getHeader("Forwarded") == null;
    }

    private static boolean neighbour(String address) {
        var literal = InetAddress.ofLiteral(address);
        return literal.isLoopbackAddress() || literal.isSiteLocalAddress();
    }

    /// The request as it came over the line, before any filter took what the headers say for true.
    private static HttpServletRequest nearest(HttpServletRequest request) {
        ServletRequest nearest = request;
        while (nearest instanceof ServletRequestWrapper wrapper) {
            nearest = wrapper.getRequest();
        }
        return nearest instanceof HttpServletRequest innermost ? innermost : request;
    }
}
