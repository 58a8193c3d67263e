package dev.parley.messenger.graph;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Content;
import dev.parley.channel.FailureCause;
import dev.parley.channel.OutgoingFileStore;
import dev.parley.channel.OutgoingFileStore.OutgoingFile;
import dev.parley.channel.Reaction;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.outbox.Courier;
import dev.parley.outbox.Courier.Outcome.Accepted;
import dev.parley.outbox.Courier.Outcome.EndpointStopped;
import dev.parley.outbox.Courier.Outcome.Refused;
import dev.parley.outbox.Courier.Outcome.Unknown;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/// Sends messages with the Send API. See
/// https://developers.facebook.com/docs/messenger-platform/reference/send-api
@Component
class MessengerCourier implements Courier {
    private final GraphApi graph;
    private final UploadApi uploads;
    private final OutgoingFileStore files;
    private final PageCredentials pageCredentials;
    private final SendErrors verdicts;
    private final MessageHistory messageHistory;

    MessengerCourier(
            GraphApi graph,
            UploadApi uploads,
            OutgoingFileStore files,
            PageCredentials pageCredentials,
            SendErrors verdicts,
            MessageHistory messageHistory) {
        this.graph = graph;
        this.uploads = uploads;
        this.files = files;
        this.pageCredentials = pageCredentials;
        this.verdicts = verdicts;
        this.messageHistory = messageHistory;
    }

    @Override
    public ChannelKind channel() {
        return FacebookChannel.KIND;
    }

    @Override
    public Outcome send(OutgoingMessage outgoing) {
        return outgoing.content() instanceof Content.Files
                ? carryFile(outgoing)
                : ask(
                        outgoing.to(),
                        keys -> taken(post(outgoing.to(), SendBody.of(outgoing), keys)));
    }

    private Outcome carryFile(OutgoingMessage outgoing) {
        return files.of(outgoing.reference())
                .map(file -> ask(outgoing.to(), keys -> taken(upload(outgoing, file, keys))))
                .orElseGet(() -> new Refused("fileGone", "The file no longer exists", false));
    }

    @Override
    public Outcome react(Address to, String mid, @Nullable Reaction reaction) {
        return ask(
                to,
                keys -> {
                    post(to, SendBody.of(to, mid, reaction), keys);
                    return new Accepted(mid);
                });
    }

    @Override
    public Lookup lookUp(OutgoingMessage outgoing, Instant notBefore) {
        return pageCredentials
                .of(outgoing.to().endpoint())
                .map(keys -> messageHistory.lookUp(outgoing, notBefore, keys))
                .orElseGet(() -> new Lookup.Inconclusive("The page has no messaging account"));
    }

    private Outcome ask(Address to, Function<PageCredential, Outcome> question) {
        return pageCredentials
                .of(to.endpoint())
                .map(keys -> answer(keys, question))
                .orElseGet(() ->
                        new EndpointStopped(
                                FailureCause.ENDPOINT, "The page has no messaging account"));
    }

    private Outcome answer(PageCredential keys, Function<PageCredential, Outcome> question) {
        if (keys.stopped()) {
            return new EndpointStopped("endpointStopped", "An administrator has stopped the page");
        }
        try {
            return question.apply(keys);
        } catch (RestClientException failure) {
            return verdicts.of(failure, keys);
        }
    }

    private JsonNode post(Address to, Map<String, Object> body, PageCredential keys) {
        return graph.send(to.endpoint(), keys.bearer(), keys.proof(), body);
    }

    private JsonNode upload(OutgoingMessage outgoing, OutgoingFile file, PageCredential keys) {
        var form = new FileForm(SendBody.of(outgoing), file, "parley-" + UUID.randomUUID());
        return uploads.send(outgoing.to().endpoint(), keys.bearer(), keys.proof(), form);
    }

    private static Outcome taken(JsonNode answer) {
        var mid = answer.path("message_id").asString("");
        return mid.isEmpty() ? new Unknown("The response has no message id") : new Accepted(mid);
    }
}
