package dev.parley.messenger.graph;

import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.platform.PublicUrl;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

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

    Subscriptions(GraphApi graph, KeyRing keyRing) {
        this.graph = graph;
        this.keyRing = keyRing;
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

    /// Installs the app on the page.
    ///
    /// @throws org.springframework.web.client.RestClientException when Meta refuses
    public void subscribePage(String pageId) {
        var keys =
                keyRing.of(pageId)
                        .orElseThrow(() -> new IllegalStateException("There is no page " + pageId));
        graph.subscribe(pageId, keys.bearer(), keys.proof(), String.join(",", FIELDS));
    }
}
