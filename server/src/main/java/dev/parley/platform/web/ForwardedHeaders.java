package dev.parley.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;

/// Applies scheme and host from a proxy's headers, where they are what a proxy writes. Anything
/// else comes from an untrusted client: a scheme or host that cannot be part of a URL would fail in
/// a redirect. Parley never runs below a path of a proxy, so a prefix is never applied.
final class ForwardedHeaders extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String SCHEMES = "(?i)https?(\\s*,\\s*https?)*";
    private static final String HOSTS = "[\\w.:\\[\\]-]+(\\s*,\\s*[\\w.:\\[\\]-]+)*";
    private static final String PORTS = "\\d{1,5}(\\s*,\\s*\\d{1,5})*";
    private static final String FORWARDED = "(?i)(?!.*proto=\"?(?!https?\\b))[\\w.:;=,\"\\[\\] -]*";

    private static final Map<String, Pattern> ACCEPTED =
            Map.of(
                    "x-forwarded-prefix", Pattern.compile("(?!)"),
                    "x-forwarded-proto", Pattern.compile(SCHEMES),
                    "x-forwarded-host", Pattern.compile(HOSTS),
                    "x-forwarded-port", Pattern.compile(PORTS),
                    "forwarded", Pattern.compile(FORWARDED));

    private final transient ForwardedHeaderFilter forwarded = new ForwardedHeaderFilter();

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        forwarded.doFilter(new Accepted(request), response, chain);
    }

    private static boolean isAccepted(String name, HttpServletRequest request) {
        var pattern = ACCEPTED.get(name.toLowerCase(Locale.ROOT));
        return pattern == null
                || Collections.list(request.getHeaders(name)).stream()
                        .allMatch(value -> pattern.matcher(value.strip()).matches());
    }

    /// The request without the headers that are not accepted.
    private static final class Accepted extends HttpServletRequestWrapper {
        private final HttpServletRequest received;

        Accepted(HttpServletRequest received) {
            super(received);
            this.received = received;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isAccepted(name, received) ? super.getHeader(name) : null;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isAccepted(name, received)
                    ? super.getHeaders(name)
                    : Collections.emptyEnumeration();
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = Collections.list(super.getHeaderNames());
            names.removeIf(name -> !isAccepted(name, received));
            return Collections.enumeration(names);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        FilterRegistrationBean<ForwardedHeaders> forwardedHeaders() {
            var filter = new FilterRegistrationBean<>(new ForwardedHeaders());
            filter.setDispatcherTypes(
                    DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }
    }
}
