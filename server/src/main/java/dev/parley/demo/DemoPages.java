package dev.parley.demo;

import dev.parley.demo.SimulatorState.App;
import dev.parley.demo.SimulatorState.Page;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.graph.CallbackRegistration;
import dev.parley.messenger.graph.Subscription;
import dev.parley.messenger.graph.Subscriptions;
import org.springframework.stereotype.Component;

/// Sets up the simulator's app and pages, as an administrator would on screen.
@Component
class DemoPages {
    private final MessagingAccounts accounts;
    private final FacebookPages pages;
    private final DemoWorkstream workstreams;
    private final Subscriptions subscriptions;
    private final CallbackRegistration callback;

    DemoPages(
            MessagingAccounts accounts,
            FacebookPages pages,
            DemoWorkstream workstreams,
            Subscriptions subscriptions,
            CallbackRegistration callback) {
        this.accounts = accounts;
        this.pages = pages;
        this.workstreams = workstreams;
        this.subscriptions = subscriptions;
        this.callback = callback;
    }

    /// {@return the account of this app, with all of its pages and subscribed webhooks} A page is
    /// subscribed before it is added, so that its first check finds it complete.
    MessagingAccount setUp(App app, SimulatorState state, UserId by) {
        var account = account(app, by);
        callback.register(account);
        state.pages().stream()
                .filter(page -> page.appId().equals(app.id()))
                .forEach(page -> setUp(page, account, by));
        return account;
    }

    /// A page that was added to another account since stays there.
    private void setUp(Page page, MessagingAccount account, UserId by) {
        var known = pages.byPageId(page.id());
        if (known.isPresent() && !known.get().account().equals(account.id())) {
            return;
        }
        require(page, subscriptions.subscribePage(account, page.id(), new Secret(page.token())));
        if (known.isEmpty()) {
            pages.add(account.id(), page.id(), page.name(), new Secret(page.token()), by);
            workstreams.setUpPage(page.id(), by);
        } else if (!known.get().token().reveal().equals(page.token())) {
            pages.replaceToken(known.get(), new Secret(page.token()), by);
        }
        require(page, subscriptions.subscribePage(page.id()));
    }

    private static void require(Page page, Subscription answer) {
        if (answer instanceof Subscription.Refused(var cause, var detail)) {
            throw new IllegalStateException(
                    "Page %s was not subscribed: %s, %s".formatted(page.id(), cause, detail));
        }
    }

    private MessagingAccount account(App app, UserId by) {
        return accounts.all().stream()
                .filter(account -> account.applicationId().equals(app.id()))
                .findFirst()
                .orElseGet(
                        () -> accounts.create(app.name(), app.id(), new Secret(app.secret()), by));
    }
}
