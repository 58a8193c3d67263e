package dev.parley.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The addresses that only take a form. A browser keeps such an address when the form is shown
/// again with its problems, and opens it when the user reloads the page from there.
@Component
class FormAddresses {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    FormAddresses(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /// {@return the nearest page above the requested address; empty unless a browser opened an
    /// address that only takes a form}
    Optional<String> pageAbove(Exception failure, HttpServletRequest request) {
        return failure instanceof HttpRequestMethodNotSupportedException refused
                        && takesForm(refused)
                        && opens(request)
                ? above(request.getRequestURI()).filter(this::isPage).findFirst()
                : Optional.empty();
    }

    private static boolean opens(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && accepted != null
                && accepted.contains("text/html")
                && request.getHeader("HX-Request") == null
                && !ErrorPages.isApiRequest(request);
    }

    private static boolean takesForm(HttpRequestMethodNotSupportedException refused) {
        var methods = refused.getSupportedHttpMethods();
        return methods != null && methods.contains(HttpMethod.POST);
    }

    private static Stream<String> above(String address) {
        var last = address.lastIndexOf('/');
        return last <= 0
                ? Stream.of("/")
                : Stream.concat(
                        Stream.of(address.substring(0, last)), above(address.substring(0, last)));
    }

    private boolean isPage(String address) {
        var path = PathContainer.parsePath(address);
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .anyMatch(info -> isPage(info, path));
    }

    private static boolean isPage(RequestMappingInfo info, PathContainer path) {
        var methods = info.getMethodsCondition().getMethods();
        var patterns = info.getPathPatternsCondition();
        return methods.contains(RequestMethod.GET)
                && patterns != null
                && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
