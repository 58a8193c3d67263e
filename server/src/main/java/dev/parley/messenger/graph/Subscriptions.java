package dev.parley.messenger.graph;

import dev.parley.messenger.graph.Subscription.Refused;
import dev.parley.messenger.graph.Subscription.Subscribed;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.platform.PublicUrl;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/// Asks Meta to send us webhooks. It takes both: the app must name our callback, and the page must
/// have the app installed (messenger-platform 4.3).
@Component
public class Subscriptions {
    /// Everything that Parley reads, or will show as not readable yet.
    private static final List<String> FIELDS =
            List.of(
                    "messages",
                    "message_deliveries",
                    "message_echoes",
                    "message_edits",
                    "message_reactions",
                    "message_reads",
                    "messaging_account_linking",
                    "messaging_feedback",
                    "messaging_handovers",
                    "messaging_optins",
                    "messaging_policy_enforcement",
                    "messaging_postbacks",
                    "messaging_referrals",
                    "standby");

    private final GraphApi graph;
    private final KeyRing keyRing;
    private final ErrorTable errors;

    Subscriptions(GraphApi graph, KeyRing keyRing, ErrorTable errors) {
        this.graph = graph;
        this.keyRing = keyRing;
        this.errors = errors;
    }

    /// Names our callback to the app. Meta calls it at once to see whether it is there.
    ///
    /// @param publicUrl under which Meta reaches us
    /// @throws org.springframework.web.client.RestClientException when Meta refuses
    public void subscribeApp(MessagingAccount account, PublicUrl publicUrl) {
        var appToken = account.applicationId() + "|" + account.appSecret().reveal();
        graph.subscribeApp(
                account.applicationId(),
                "Bearer " + appToken,
                Map.of(
                        "object",
                        "page",
                        "callback_url",
                        publicUrl.of(account.callbackPath()),
                        "verify_token",
                        account.verifyToken().reveal(),
                        "fields",
                        String.join(",", FIELDS),
                        "include_values",
                        true));
    }

    /// Installs the app on the page. Asking twice changes nothing.
    public Subscription subscribePage(String pageId) {
        return keyRing.of(pageId)
                .map(keys -> subscribe(pageId, keys))
                .orElseGet(() -> new Refused("page", "The page is in no messaging account"));
    }

    private Subscription subscribe(String pageId, Keys keys) {
        try {
            graph.subscribe(pageId, keys.bearer(), keys.proof(), String.join(",", FIELDS));
            return new Subscribed();
        } catch (RestClientResponseException refusal) {
            return refused(refusal, keys);
        } catch (RestClientException failure) {
            return new Refused("network", words(failure));
        }
    }

    /// Meta quotes a token that it cannot read.
    private Refused refused(RestClientResponseException refusal, Keys keys) {
        var error = GraphError.in(refusal.getResponseBodyAsByteArray());
        if (error == null) {
            return new Refused("network", "HTTP " + refusal.getStatusCode().value());
        }
        return new Refused(errors.of(error).cause(), error.words().replace(keys.token(), "…"));
    }

    private static String words(RestClientException failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
