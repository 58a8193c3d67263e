package dev.parley.messenger.admin;

import dev.parley.admin.kit.Redacted;
import dev.parley.channel.FailureCause;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.PageDraft;
import dev.parley.messenger.graph.Subscription;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Subscribes a page at Meta, and describes why Meta refused.
@Component
class PageSubscriptions {
    private static final Logger log = LoggerFactory.getLogger(PageSubscriptions.class);

    private final Subscriptions subscriptions;

    PageSubscriptions(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /// Subscribes pages that were just added, as far as Meta can be reached. Refusals are shown on
    /// the screen of the page.
    ///
    /// @return whether Meta has accepted all of them
    boolean subscribeAll(MessagingAccount account, List<PageDraft> added) {
        var all = true;
        for (var page : added) {
            if (subscriptions.subscribePage(page.pageId())
                    instanceof Subscription.Refused refused) {
                log.info(
                        "Page {} of account {} is not subscribed yet: {}",
                        page.pageId(),
                        account.id(),
                        refused.cause());
                all = false;
                if (refused.cause().equals(FailureCause.NETWORK)) {
                    break;
                }
            }
        }
        return all;
    }

    /// {@return what is wrong, in our words and in Meta's own; none if it is subscribed}
    Problems words(PageFrame frame, Subscription subscription) {
        return switch (subscription) {
            case Subscription.Subscribed() -> Problems.NONE;
            case Subscription.Refused(var cause, var detail) ->
                    Problems.with("subscription", words(frame, cause))
                            .merge(Problems.with("subscriptionDetail", Redacted.text(detail)));
        };
    }

    private static String words(PageFrame frame, String cause) {
        return switch (cause) {
            case "token", "expired", "password", "checkpoint", "appRemoved", "lostRole" ->
                    frame.text("facebook.subscribe.token");
            case "permission", "capability" -> frame.text("facebook.subscribe.permission");
            case "unreachable", FailureCause.ENDPOINT -> frame.text("facebook.subscribe.page");
            case "quiet" -> frame.text("facebook.subscribe.quiet");
            case FailureCause.NETWORK -> frame.text("facebook.subscribe.network");
            case "callback" -> frame.text("facebook.error.admin.callback");
            case FailureCause.LIMIT, "temporary", "restricted" ->
                    frame.text("facebook.subscribe.later");
            default -> frame.text("facebook.subscribe.other");
        };
    }
}
