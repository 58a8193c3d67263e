package dev.parley.messenger.graph;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.ConversationControl;
import dev.parley.channel.ConversationControl.Answer.Done;
import dev.parley.channel.ConversationControl.Answer.Refused;
import dev.parley.channel.FailureCause;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.platform.Installation;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// Conversation routing: which of a page's apps may reply. See
/// https://developers.facebook.com/docs/messenger-platform/handover-protocol
@Component
class MessengerThreadControl implements ConversationControl {
    private static final Logger log = LoggerFactory.getLogger(MessengerThreadControl.class);

    /// The app ID of Meta's own inbox.
    private static final String INBOX = "263902037430900";

    private final GraphApi graph;
    private final PageCredentials pageCredentials;
    private final GraphFailures failures;
    private final Installation installation;

    MessengerThreadControl(
            GraphApi graph,
            PageCredentials pageCredentials,
            GraphFailures failures,
            Installation installation) {
        this.graph = graph;
        this.pageCredentials = pageCredentials;
        this.failures = failures;
        this.installation = installation;
    }

    @Override
    public ChannelKind channel() {
        return FacebookChannel.KIND;
    }

    /// Only the page's default app may do this; to others, Meta returns a permission error.
    @Override
    public Answer take(Address thread) {
        var answer = ask(thread, "take_thread_control", Map.of("recipient", recipient(thread)));
        return answer.equals(new Refused("permission")) ? new Refused("notDefault") : answer;
    }

    @Override
    public Answer request(Address thread) {
        return ask(thread, "request_thread_control", Map.of("recipient", recipient(thread)));
    }

    @Override
    public Answer pass(Address thread, Party to) {
        var app = to.kind() == Party.Kind.INBOX ? INBOX : Objects.requireNonNullElse(to.app(), "");
        return ask(
                thread,
                "pass_thread_control",
                Map.of("recipient", recipient(thread), "target_app_id", app));
    }

    @Override
    public Answer release(Address thread) {
        return ask(thread, "release_thread_control", Map.of("recipient", recipient(thread)));
    }

    private static Map<String, String> recipient(Address thread) {
        return Map.of("id", thread.person());
    }

    private Answer ask(Address thread, String act, Map<String, Object> body) {
        if (installation.isQuiet()) {
            return new Refused("quiet");
        }
        return pageCredentials
                .of(thread.endpoint())
                .map(keys -> ask(thread, act, body, keys))
                .orElseGet(() -> new Refused(FailureCause.ENDPOINT));
    }

    private Answer ask(Address thread, String act, Map<String, Object> body, PageCredential keys) {
        try {
            graph.threadControl(thread.endpoint(), act, keys.bearer(), keys.proof(), body);
            return new Done();
        } catch (RestClientException failure) {
            var why = failures.of(failure, keys);
            log.info("{} was refused: {}", act, why.detail());
            return new Refused(why.cause());
        }
    }
}
