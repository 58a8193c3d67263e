package dev.parley.messenger.graph;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/// Tells why a call of the Graph API came to nothing, whatever it asked for.
@Component
class GraphFailures {
    private final ErrorTable errors;

    GraphFailures(ErrorTable errors) {
        this.errors = errors;
    }

    /// @param keys that were asked with
    GraphFailure of(RestClientException failure, PageCredential keys) {
        return failure instanceof RestClientResponseException answer
                ? refused(answer, keys)
                : network(keys.mask(words(failure)));
    }

    /// {@return the stable code under which people read about this error}
    String causeOf(GraphError error) {
        return errors.of(error).cause();
    }

    private GraphFailure refused(RestClientResponseException answer, PageCredential keys) {
        var error = GraphError.in(answer.getResponseBodyAsByteArray(), keys);
        if (error == null) {
            return network("HTTP " + answer.getStatusCode().value());
        }
        var row = errors.of(error);
        return new GraphFailure(row.cause(), error.words(), row.errorClass().passes());
    }

    private static GraphFailure network(String detail) {
        return new GraphFailure("network", detail, true);
    }

    /// {@return what happened to a request that was not answered}
    static String words(RestClientException failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
