package dev.parley.messenger.graph;

import dev.parley.messenger.MessengerSettings;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.platform.Installation;
import dev.parley.platform.PublicUrl;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Our callback, to which Meta sends the events of all pages that have an app installed. It is
/// registered with the app. See
/// https://developers.facebook.com/docs/graph-api/reference/app/subscriptions
@Component
public class CallbackRegistration {
    private final GraphApi graph;
    private final MessengerSettings settings;
    private final PublicUrl publicUrl;
    private final Installation installation;

    CallbackRegistration(
            GraphApi graph,
            MessengerSettings settings,
            PublicUrl publicUrl,
            Installation installation) {
        this.graph = graph;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.installation = installation;
    }

    /// {@return whether Meta can call us, as far as our public URL itself shows} A local server
    /// that is used instead of Meta needs no public URL.
    public boolean canBeCalled() {
        return settings.usesLocalServer() || publicUrl.isPublic();
    }

    /// {@return whether the app has our callback registered and active, with all fields that we
    /// read}
    ///
    /// @throws org.springframework.web.client.RestClientException when Meta refuses to say
    boolean isRegistered(MessagingAccount account) {
        var callback = publicUrl.of(account.callbackPath());
        return graph.appSubscriptions(account.applicationId(), appToken(account))
                .path("data")
                .valueStream()
                .anyMatch(one -> calls(one, callback));
    }

    /// Registers our callback with the app. Meta calls it immediately to verify that it exists.
    ///
    /// @throws org.springframework.web.client.RestClientException when Meta refuses
    /// @throws IllegalStateException when this installation may be a copy of another
    public void register(MessagingAccount account) {
        if (installation.isQuiet()) {
            throw new IllegalStateException("A copy must not register a callback with an app");
        }
        graph.subscribeApp(
                account.applicationId(),
                appToken(account),
                Map.of(
                        "object",
                        "page",
                        "callback_url",
                        publicUrl.of(account.callbackPath()),
                        "verify_token",
                        account.verifyToken().reveal(),
                        "fields",
                        String.join(",", Subscriptions.FIELDS),
                        "include_values",
                        true));
    }

    private static boolean calls(JsonNode subscription, String callback) {
        return "page".equals(subscription.path("object").asString(""))
                && callback.equals(subscription.path("callback_url").asString(""))
                && subscription.path("active").asBoolean(true)
                && names(subscription.path("fields")).containsAll(Subscriptions.FIELDS);
    }

    /// Meta returns a field with its version, and formerly returned it without.
    private static List<String> names(JsonNode fields) {
        return fields.valueStream()
                .map(one -> one.isString() ? one.asString() : one.path("name").asString(""))
                .toList();
    }

    private static String appToken(MessagingAccount account) {
        return "Bearer " + account.applicationId() + "|" + account.appSecret().reveal();
    }
}
