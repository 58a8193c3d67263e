package dev.parley.identity.web;

import dev.parley.platform.ClientAddress;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;

/// Determines where a request comes from, independent of the changes by filters.
final class RequestOrigin {
    private RequestOrigin() {}

    /// {@return the address of the client}
    static String of(HttpServletRequest request) {
        var nearest = nearest(request);
        var forwardedFor = Collections.list(nearest.getHeaders("X-Forwarded-For"));
        return ClientAddress.of(remote(nearest), forwardedFor).address().getHostAddress();
    }

    /// {@return whether it comes from this machine, and was not forwarded}
    static boolean isLocal(HttpServletRequest request) {
        var nearest = nearest(request);
        return remote(nearest).isLoopbackAddress()
                && nearest.getHeader("X-Forwarded-For") == null
                && nearest.getHeader("Forwarded") == null;
    }

    private static InetAddress remote(HttpServletRequest nearest) {
        return InetAddress.ofLiteral(nearest.getRemoteAddr());
    }

    /// The original request, before any filter applied the forwarded headers.
    private static HttpServletRequest nearest(HttpServletRequest request) {
        ServletRequest nearest = request;
        while (nearest instanceof ServletRequestWrapper wrapper) {
            nearest = wrapper.getRequest();
        }
        return nearest instanceof HttpServletRequest innermost ? innermost : request;
    }
}
