package dev.parley.messenger.graph;

import dev.parley.channel.FailureCause;
import dev.parley.messenger.graph.ErrorTable.Row;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.Courier.Outcome.ControlledElsewhere;
import dev.parley.outbox.Courier.Outcome.EndpointPaused;
import dev.parley.outbox.Courier.Outcome.EndpointStopped;
import dev.parley.outbox.Courier.Outcome.Refused;
import dev.parley.outbox.Courier.Outcome.Temporary;
import dev.parley.outbox.Courier.Outcome.Unknown;
import dev.parley.outbox.Courier.Outcome.Unreachable;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/// What a failed call of the Graph API means for a message: by code and subcode if Meta returned
/// them, and otherwise by how far the request can have got.
@Component
class SendErrors {
    private static final Duration AFTER_TOO_MANY = Duration.ofSeconds(30);

    /// The cause of each error that reports that another app controls the thread.
    private static final String ANOTHER_APP = "thread";

    private static final int TOO_MANY = 429;

    private final ErrorTable errors;

    SendErrors(ErrorTable errors) {
        this.errors = errors;
    }

    Outcome of(RestClientException failure, PageCredential keys) {
        if (failure instanceof RestClientResponseException answer) {
            return of(answer, keys);
        }
        var words = GraphFailures.description(failure);
        return wasNeverSent(failure) ? new Unreachable(words) : new Unknown(words);
    }

    private Outcome of(RestClientResponseException answer, PageCredential keys) {
        var status = answer.getStatusCode().value();
        var error = GraphError.in(answer.getResponseBodyAsByteArray(), keys);
        if (error != null) {
            return of(
                    errors.of(error),
                    error.description(),
                    Usage.in(answer.getResponseHeaders()).requestedPause());
        }
        return status == TOO_MANY
                ? new EndpointPaused(FailureCause.LIMIT, "HTTP 429", AFTER_TOO_MANY, null, false)
                : new Unknown("HTTP " + status);
    }

    private static Outcome of(Row row, String words, @Nullable Duration asked) {
        var cause = row.cause();
        return switch (row.errorClass()) {
            case TRANSIENT ->
                    new Temporary(cause, words, row.tries(), refused(row.finalCause(), words));
            case LIMIT -> new EndpointPaused(cause, words, pause(row), asked, alerts(row));
            case AUTHORISATION -> new EndpointStopped(cause, words);
            case SETUP ->
                    row.pause() == null
                            ? new Refused(cause, words, true)
                            : new EndpointPaused(cause, words, pause(row), null, true);
            case WINDOW, RECIPIENT, PERMANENT, NONE -> refused(cause, words);
            case UNKNOWN -> new Unknown(words);
        };
    }

    private static Outcome refused(String cause, String words) {
        return cause.equals(ANOTHER_APP)
                ? new ControlledElsewhere(cause, words)
                : new Refused(cause, words, false);
    }

    private static Duration pause(Row row) {
        return row.pause() == null ? AFTER_TOO_MANY : row.pause();
    }

    /// A pause of only minutes needs no action by an administrator.
    private static boolean alerts(Row row) {
        return pause(row).compareTo(Duration.ofHours(1)) >= 0;
    }

    /// If no connection was established, nothing was sent.
    private static boolean wasNeverSent(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}
