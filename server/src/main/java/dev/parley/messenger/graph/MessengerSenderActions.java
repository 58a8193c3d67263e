package dev.parley.messenger.graph;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.SenderActions;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.platform.Installation;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// Sender actions, sent in the background: the caller does not wait. See
/// https://developers.facebook.com/docs/messenger-platform/send-messages/sender-actions
@Component
class MessengerSenderActions implements SenderActions {
    private static final Logger log = LoggerFactory.getLogger(MessengerSenderActions.class);

    private final GraphApi graph;
    private final PageCredentials pageCredentials;
    private final Installation installation;

    MessengerSenderActions(
            GraphApi graph, PageCredentials pageCredentials, Installation installation) {
        this.graph = graph;
        this.pageCredentials = pageCredentials;
        this.installation = installation;
    }

    @Override
    public ChannelKind channel() {
        return FacebookChannel.KIND;
    }

    @Override
    public void typing(Address to) {
        sendInBackground(to, "typing_on");
    }

    @Override
    public void seen(Address to) {
        sendInBackground(to, "mark_seen");
    }

    private void sendInBackground(Address to, String action) {
        if (!installation.isQuiet()) {
            Thread.ofVirtual().name("sender-action").start(() -> send(to, action));
        }
    }

    private void send(Address to, String action) {
        try {
            pageCredentials
                    .of(to.endpoint())
                    .ifPresent(keys ->
                            graph.send(
                                    to.endpoint(),
                                    keys.bearer(),
                                    keys.proof(),
                                    Map.of(
                                            "recipient",
                                            Map.of("id", to.person()),
                                            "sender_action",
                                            action)));
        } catch (RestClientException refusal) {
            log.debug("Sender action {} failed", action, refusal);
        }
    }
}
