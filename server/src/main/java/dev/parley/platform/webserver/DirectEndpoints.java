package dev.parley.platform.webserver;

import dev.parley.platform.CollectedBody;
import dev.parley.platform.DirectEndpoint;
import dev.parley.platform.DirectEndpoint.Answer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/// Finds the endpoint that answers a request before the servlet container.
final class DirectEndpoints {
    private final Supplier<List<DirectEndpoint>> endpoints;

    /// @param endpoints resolved at the first request
    DirectEndpoints(ObjectProvider<DirectEndpoint> endpoints) {
        this.endpoints = SingletonSupplier.of(() -> endpoints.stream().toList());
    }

    Optional<CompletionStage<Answer>> handle(Request request) {
        var direct =
                new DirectEndpoint.Request(
                        request.getMethod(),
                        BodyRules.path(request.getHttpURI()),
                        body(request),
                        request.getHeaders()::get);
        return endpoints.get().stream()
                .flatMap(endpoint -> endpoint.handle(direct).stream())
                .findFirst();
    }

    private static CollectedBody body(Request request) {
        return request.getAttribute(CollectedBody.ATTRIBUTE) instanceof CollectedBody collected
                ? collected
                : CollectedBody.EMPTY;
    }
}
