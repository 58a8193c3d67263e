package dev.parley.messenger.graph;

import dev.parley.channel.FailureCause;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/// Determines why a call of the Graph API failed, for any kind of call.
@Component
class GraphFailures {
    private final ErrorTable errors;

    GraphFailures(ErrorTable errors) {
        this.errors = errors;
    }

    /// @param keys that the request was made with
    GraphFailure of(RestClientException failure, PageCredential keys) {
        return failure instanceof RestClientResponseException answer
                ? refused(answer, keys)
                : network(keys.mask(description(failure)));
    }

    /// {@return the stable code of the text that users see for this error}
    String causeOf(GraphError error) {
        return errors.of(error).cause();
    }

    private GraphFailure refused(RestClientResponseException answer, PageCredential keys) {
        var error = GraphError.in(answer.getResponseBodyAsByteArray(), keys);
        if (error == null) {
            return network("HTTP " + answer.getStatusCode().value());
        }
        var row = errors.of(error);
        return new GraphFailure(row.cause(), error.description(), row.errorClass().isTemporary());
    }

    private static GraphFailure network(String detail) {
        return new GraphFailure(FailureCause.NETWORK, detail, true);
    }

    /// {@return a description of what happened to a request without a response}
    static String description(RestClientException failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
