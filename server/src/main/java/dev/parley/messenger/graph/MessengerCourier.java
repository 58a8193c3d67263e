package dev.parley.messenger.graph;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Content;
import dev.parley.outbox.Courier;
import dev.parley.outbox.Courier.Outcome.PageStops;
import dev.parley.outbox.Courier.Outcome.Taken;
import dev.parley.outbox.Courier.Outcome.Unknown;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// Carries messages through the Send API (messenger-platform 2).
@Component
class MessengerCourier implements Courier {
    private final GraphApi graph;
    private final KeyRing keyRing;
    private final Verdicts verdicts;
    private final SentRecord sentRecord;

    MessengerCourier(GraphApi graph, KeyRing keyRing, Verdicts verdicts, SentRecord sentRecord) {
        this.graph = graph;
        this.keyRing = keyRing;
        this.verdicts = verdicts;
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
                ? new PageStops("page", "The page is in no messaging account")
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
        } catch (RestClientException failure) {
            return verdicts.of(failure, keys);
        }
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
}
