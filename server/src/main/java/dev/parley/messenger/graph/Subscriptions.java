package dev.parley.messenger.graph;

import dev.parley.messenger.MessengerSettings;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.graph.Subscription.Refused;
import dev.parley.messenger.graph.Subscription.Subscribed;
import dev.parley.messenger.graph.SubscriptionStatus.Seen;
import dev.parley.messenger.graph.SubscriptionStatus.Unknown;
import dev.parley.platform.Installation;
import dev.parley.platform.PublicUrl;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/// Asks Meta to send us webhooks. This needs both: the app must have our callback registered, and
/// the page must have the app installed. See
/// https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps
@Component
public class Subscriptions {
    /// All fields that Parley reads, or shows as not supported yet.
    public static final List<String> FIELDS =
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
    private final PageCredentials pageCredentials;
    private final GraphFailures failures;
    private final MessengerSettings settings;
    private final Installation installation;
    private final ApplicationEventPublisher events;

    Subscriptions(
            GraphApi graph,
            PageCredentials pageCredentials,
            GraphFailures failures,
            MessengerSettings settings,
            Installation installation,
            ApplicationEventPublisher events) {
        this.graph = graph;
        this.pageCredentials = pageCredentials;
        this.failures = failures;
        this.settings = settings;
        this.installation = installation;
        this.events = events;
    }

    /// {@return whether Meta can call this URL, as far as the URL itself shows} A local server that
    /// is used instead of Meta needs no public URL.
    public boolean canCall(PublicUrl publicUrl) {
        return settings.usesLocalServer() || publicUrl.isPublic();
    }

    /// Does both, so that all events of the page are sent to us. Repeating it changes nothing.
    ///
    /// @param publicUrl under which Meta reaches us
    public Subscription subscribe(MessagingAccount account, String pageId, PublicUrl publicUrl) {
        return pageCredentials
                .of(pageId)
                .map(keys ->
                        changed(pageId, () -> subscribe(account, pageId, keys, publicUrl), keys))
                .orElseGet(Subscriptions::inNoAccount);
    }

    private void subscribe(
            MessagingAccount account, String pageId, PageCredential keys, PublicUrl publicUrl) {
        var callback = publicUrl.of(account.callbackPath());
        var app = graph.appSubscriptions(account.applicationId(), appToken(account));
        if (app.path("data").valueStream().noneMatch(one -> calls(one, callback))) {
            subscribeApp(account, publicUrl);
        }
        subscribe(pageId, keys);
    }

    /// Removes the app from the page: Meta no longer sends us its events. Repeating it changes
    /// nothing.
    public Subscription unsubscribePage(String pageId) {
        return pageCredentials
                .of(pageId)
                .map(keys ->
                        changed(
                                pageId,
                                () -> graph.unsubscribe(pageId, keys.bearer(), keys.proof()),
                                keys))
                .orElseGet(Subscriptions::inNoAccount);
    }

    /// Registers our callback with the app. Meta calls it immediately to verify that it exists.
    ///
    /// @param publicUrl under which Meta reaches us
    /// @throws org.springframework.web.client.RestClientException when Meta refuses
    /// @throws IllegalStateException when this installation may be a copy of another
    public void subscribeApp(MessagingAccount account, PublicUrl publicUrl) {
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
                        String.join(",", FIELDS),
                        "include_values",
                        true));
    }

    /// Installs the app on the page. Repeating it changes nothing.
    public Subscription subscribePage(String pageId) {
        return pageCredentials
                .of(pageId)
                .map(keys -> changed(pageId, () -> subscribe(pageId, keys), keys))
                .orElseGet(Subscriptions::inNoAccount);
    }

    /// Installs the app of this account on a page that is not in it yet.
    public Subscription subscribePage(MessagingAccount account, String pageId, Secret token) {
        var keys = new PageCredential(token.reveal(), account.appSecret().reveal());
        return changed(pageId, () -> subscribe(pageId, keys), keys);
    }

    /// Checks whether Meta sends us a page's events: whether the app has our callback registered
    /// and is active, and whether it is installed on the page with all fields that we read.
    ///
    /// @param publicUrl under which Meta reaches us
    public SubscriptionStatus status(MessagingAccount account, String pageId, PublicUrl publicUrl) {
        return pageCredentials
                .of(pageId)
                .map(keys -> status(account, pageId, keys, publicUrl))
                .orElseGet(() -> new Unknown("endpoint", "The page has no messaging account"));
    }

    private SubscriptionStatus status(
            MessagingAccount account, String pageId, PageCredential keys, PublicUrl publicUrl) {
        try {
            var callback = publicUrl.of(account.callbackPath());
            var app = graph.appSubscriptions(account.applicationId(), appToken(account));
            var page = graph.subscribedApps(pageId, keys.bearer(), keys.proof());
            return new Seen(
                    app.path("data").valueStream().anyMatch(one -> calls(one, callback)),
                    page.path("data")
                            .valueStream()
                            .anyMatch(one -> isInstalled(one, account.applicationId())));
        } catch (RestClientException failure) {
            var why = failures.of(failure, keys);
            return new Unknown(why.cause(), why.detail());
        }
    }

    private static boolean calls(JsonNode subscription, String callback) {
        return "page".equals(subscription.path("object").asString(""))
                && callback.equals(subscription.path("callback_url").asString(""))
                && subscription.path("active").asBoolean(true)
                && names(subscription.path("fields")).containsAll(FIELDS);
    }

    /// Meta returns a field with its version, and formerly returned it without.
    private static List<String> names(JsonNode fields) {
        return fields.valueStream()
                .map(one -> one.isString() ? one.asString() : one.path("name").asString(""))
                .toList();
    }

    private static boolean isInstalled(JsonNode app, String applicationId) {
        var fields =
                app.path("subscribed_fields").valueStream().map(one -> one.asString("")).toList();
        return applicationId.equals(app.path("id").asString("")) && fields.containsAll(FIELDS);
    }

    private static String appToken(MessagingAccount account) {
        return "Bearer " + account.applicationId() + "|" + account.appSecret().reveal();
    }

    private void subscribe(String pageId, PageCredential keys) {
        graph.subscribe(pageId, keys.bearer(), keys.proof(), String.join(",", FIELDS));
    }

    private Subscription changed(String pageId, Runnable change, PageCredential keys) {
        if (installation.isQuiet()) {
            return new Refused("quiet", "");
        }
        try {
            change.run();
            events.publishEvent(new PageSubscribed(pageId));
            return new Subscribed();
        } catch (RestClientException failure) {
            var why = failures.of(failure, keys);
            return new Refused(why.cause(), why.detail());
        }
    }

    private static Subscription inNoAccount() {
        return new Refused("endpoint", "The page has no messaging account");
    }
}
