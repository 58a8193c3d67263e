package dev.parley.identity.signin;

import dev.parley.platform.ClientAddress;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;

/// Tells where a request really comes from, whatever filters have made of it.
final class RequestOrigin {
    private RequestOrigin() {}

    /// {@return the address of the browser or program that asks}
    static String of(HttpServletRequest request) {
        var nearest = nearest(request);
        var told = Collections.list(nearest.getHeaders("X-Forwarded-For"));
        return ClientAddress.of(remote(nearest), told).address().getHostAddress();
    }

    /// {@return whether it comes from this machine, and on nobody else's behalf}
    static boolean isHere(HttpServletRequest request) {
        var nearest = nearest(request);
        return remote(nearest).isLoopbackAddress()
                && nearest.getHeader("X-Forwarded-For") == null
                && nearest.getHeader("Forwarded") == null;
    }

    private static InetAddress remote(HttpServletRequest nearest) {
        return InetAddress.ofLiteral(nearest.getRemoteAddr());
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
