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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ForwardedHeaderFilter;

/// Applies scheme and host from a proxy's headers. Parley never runs below a path of a proxy, so a
/// prefix comes from an untrusted client, and would be prepended to every redirect.
final class ForwardedHeaders extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String PREFIX = "X-Forwarded-Prefix";

    private final transient ForwardedHeaderFilter forwarded = new ForwardedHeaderFilter();

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        forwarded.doFilter(new WithoutPrefix(request), response, chain);
    }

    private static final class WithoutPrefix extends HttpServletRequestWrapper {
        WithoutPrefix(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return PREFIX.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return PREFIX.equalsIgnoreCase(name)
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = Collections.list(super.getHeaderNames());
            names.removeIf(PREFIX::equalsIgnoreCase);
            return Collections.enumeration(List.copyOf(names));
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
