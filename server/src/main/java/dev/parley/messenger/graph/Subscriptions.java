package dev.parley.messenger.graph;

import dev.parley.channel.FailureCause;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.graph.Subscription.Refused;
import dev.parley.messenger.graph.Subscription.Subscribed;
import dev.parley.messenger.graph.SubscriptionStatus.Seen;
import dev.parley.messenger.graph.SubscriptionStatus.Unknown;
import dev.parley.platform.Installation;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/// Asks Meta to send us the events of pages. This needs both: the app must have our callback
/// registered, and the page must have the app installed. See
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
    private final CallbackRegistration callback;
    private final Installation installation;
    private final ApplicationEventPublisher events;

    Subscriptions(
            GraphApi graph,
            PageCredentials pageCredentials,
            GraphFailures failures,
            CallbackRegistration callback,
            Installation installation,
            ApplicationEventPublisher events) {
        this.graph = graph;
        this.pageCredentials = pageCredentials;
        this.failures = failures;
        this.callback = callback;
        this.installation = installation;
        this.events = events;
    }

    /// Does both, so that all events of the page are sent to us. Repeating it changes nothing.
    public Subscription subscribe(MessagingAccount account, String pageId) {
        return pageCredentials
                .of(pageId)
                .map(keys -> changed(pageId, () -> subscribe(account, pageId, keys), keys))
                .orElseGet(Subscriptions::inNoAccount);
    }

    private void subscribe(MessagingAccount account, String pageId, PageCredential keys) {
        if (!callback.isRegistered(account)) {
            callback.register(account);
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
    public SubscriptionStatus status(MessagingAccount account, String pageId) {
        return pageCredentials
                .of(pageId)
                .map(keys -> status(account, pageId, keys))
                .orElseGet(() ->
                        new Unknown(FailureCause.ENDPOINT, "The page has no messaging account"));
    }

    private SubscriptionStatus status(
            MessagingAccount account, String pageId, PageCredential keys) {
        try {
            var registered = callback.isRegistered(account);
            var page = graph.subscribedApps(pageId, keys.bearer(), keys.proof());
            return new Seen(
                    registered,
                    page.path("data")
                            .valueStream()
                            .anyMatch(one -> isInstalled(one, account.applicationId())));
        } catch (RestClientException failure) {
            var why = failures.of(failure, keys);
            return new Unknown(why.cause(), why.detail());
        }
    }

    private static boolean isInstalled(JsonNode app, String applicationId) {
        var fields =
                app.path("subscribed_fields").valueStream().map(one -> one.asString("")).toList();
        return applicationId.equals(app.path("id").asString("")) && fields.containsAll(FIELDS);
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
        return new Refused("page", "The page has no messaging account");
    }
}
