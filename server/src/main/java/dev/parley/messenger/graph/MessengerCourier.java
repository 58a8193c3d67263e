package dev.parley.messenger.graph;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Content;
import dev.parley.messenger.graph.ErrorTable.ErrorClass;
import dev.parley.outbox.Courier;
import dev.parley.outbox.Courier.Outcome.Later;
import dev.parley.outbox.Courier.Outcome.Refused;
import dev.parley.outbox.Courier.Outcome.Taken;
import dev.parley.outbox.Courier.Outcome.Unknown;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/// Carries messages through the Send API (messenger-platform 2).
@Component
class MessengerCourier implements Courier {
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);
    private static final Duration UNTIL_RESTED = Duration.ofSeconds(30);

    private final GraphApi graph;
    private final KeyRing keyRing;
    private final ErrorTable errors;
    private final SentRecord sentRecord;

    MessengerCourier(GraphApi graph, KeyRing keyRing, ErrorTable errors, SentRecord sentRecord) {
        this.graph = graph;
        this.keyRing = keyRing;
        this.errors = errors;
        this.sentRecord = sentRecord;
    }

    @Override
    public ChannelKind channel() {
        return ChannelKind.FACEBOOK;
    }

    @Override
    public Outcome carry(Parcel parcel) {
        var keys = keyRing.of(parcel.to().page());
        return keys.isEmpty()
                ? new Later("page", "The page is in no messaging account", true, UNTIL_MENDED)
                : carry(parcel, keys.get());
    }

    @Override
    public Trace trace(Parcel parcel, Instant notBefore) {
        return keyRing.of(parcel.to().page())
                .map(keys -> sentRecord.trace(parcel, notBefore, keys))
                .orElseGet(() -> new Trace.CannotTell("The page is in no messaging account"));
    }

    private Outcome carry(Parcel parcel, Keys keys) {
        try {
            var answer =
                    graph.send(parcel.to().page(), keys.bearer(), keys.proof(), message(parcel));
            var mid = answer.path("message_id").asString("");
            return mid.isEmpty() ? new Unknown("The answer names no message") : new Taken(mid);
        } catch (RestClientResponseException refusal) {
            return outcome(refusal);
        } catch (ResourceAccessException failure) {
            return neverLeft(failure)
                    ? new Later("network", words(failure), false, null)
                    : new Unknown(words(failure));
        } catch (RestClientException failure) {
            return new Unknown(words(failure));
        }
    }

    private Outcome outcome(RestClientResponseException refusal) {
        var error = GraphError.in(refusal.getResponseBodyAsByteArray());
        if (error == null) {
            return refusal.getStatusCode().value() == 429
                    ? new Later("limit", "HTTP 429", true, UNTIL_RESTED)
                    : new Unknown("HTTP " + refusal.getStatusCode().value());
        }
        var row = errors.of(error);
        return outcome(row.errorClass(), row.cause(), error.words());
    }

    private static Outcome outcome(ErrorClass errorClass, String cause, String words) {
        return switch (errorClass) {
            case TRANSIENT -> new Later(cause, words, false, null);
            case LIMIT -> new Later(cause, words, true, UNTIL_RESTED);
            case AUTHORISATION -> new Later(cause, words, true, UNTIL_MENDED);
            case PERMANENT -> new Refused(cause, words);
            case UNKNOWN -> new Unknown(words);
        };
    }

    private static Map<String, Object> message(Parcel parcel) {
        var body = new LinkedHashMap<String, Object>();
        body.put("recipient", Map.of("id", parcel.to().person()));
        if (parcel.byHumanTag()) {
            body.put("messaging_type", "MESSAGE_TAG");
            body.put("tag", "HUMAN_AGENT");
        } else {
            body.put("messaging_type", "RESPONSE");
        }
        body.put("message", Map.of("text", text(parcel.content()), "metadata", parcel.reference()));
        if (parcel.replyTo() != null) {
            body.put("reply_to", Map.of("mid", parcel.replyTo()));
        }
        return body;
    }

    private static String text(Content content) {
        var text = content.text();
        if (text == null) {
            throw new IllegalStateException("Only text can be sent yet, not " + content);
        }
        return text;
    }

    /// A connection that never came about carried nothing.
    private static boolean neverLeft(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static String words(Exception failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
