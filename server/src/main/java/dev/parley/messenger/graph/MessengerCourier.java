package dev.parley.messenger.graph;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Content;
import dev.parley.channel.FileShelf;
import dev.parley.channel.FileShelf.Shelved;
import dev.parley.channel.Reaction;
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
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;

/// Carries messages through the Send API (messenger-platform 2).
@Component
class MessengerCourier implements Courier {
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);
    private static final Duration UNTIL_RESTED = Duration.ofSeconds(30);

    private final GraphApi graph;
    private final UploadApi uploads;
    private final FileShelf shelf;
    private final KeyRing keyRing;
    private final ErrorTable errors;
    private final SentRecord sentRecord;

    MessengerCourier(
            GraphApi graph,
            UploadApi uploads,
            FileShelf shelf,
            KeyRing keyRing,
            ErrorTable errors,
            SentRecord sentRecord) {
        this.graph = graph;
        this.uploads = uploads;
        this.shelf = shelf;
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
        return parcel.content() instanceof Content.Files
                ? carryFile(parcel)
                : ask(parcel.to(), keys -> taken(post(parcel.to(), SendBody.of(parcel), keys)));
    }

    private Outcome carryFile(Parcel parcel) {
        return shelf.of(parcel.reference())
                .map(file -> ask(parcel.to(), keys -> taken(upload(parcel, file, keys))))
                .orElseGet(() -> new Refused("fileGone", "The file is not there any more"));
    }

    @Override
    public Outcome react(Address to, String mid, @Nullable Reaction reaction) {
        return ask(
                to,
                keys -> {
                    post(to, SendBody.of(to, mid, reaction), keys);
                    return new Taken(mid);
                });
    }

    @Override
    public Trace trace(Parcel parcel, Instant notBefore) {
        return keyRing.of(parcel.to().page())
                .map(keys -> sentRecord.trace(parcel, notBefore, keys))
                .orElseGet(() -> new Trace.CannotTell("The page is in no messaging account"));
    }

    private Outcome ask(Address to, Function<Keys, Outcome> question) {
        return keyRing.of(to.page())
                .map(keys -> answer(() -> question.apply(keys)))
                .orElseGet(() ->
                        new Later(
                                "page", "The page is in no messaging account", true, UNTIL_MENDED));
    }

    private Outcome answer(Supplier<Outcome> question) {
        try {
            return question.get();
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

    private JsonNode post(Address to, Map<String, Object> body, Keys keys) {
        return graph.send(to.page(), keys.bearer(), keys.proof(), body);
    }

    private JsonNode upload(Parcel parcel, Shelved file, Keys keys) {
        var form = new FileForm(SendBody.of(parcel), file, "parley-" + UUID.randomUUID());
        return uploads.send(parcel.to().page(), keys.bearer(), keys.proof(), form);
    }

    private static Outcome taken(JsonNode answer) {
        var mid = answer.path("message_id").asString("");
        return mid.isEmpty() ? new Unknown("The answer names no message") : new Taken(mid);
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
