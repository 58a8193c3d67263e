package dev.parley.messenger.admin;

import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.AccountCreation;
import dev.parley.messenger.account.AccountCreation.Result;
import dev.parley.messenger.account.AccountDraft;
import dev.parley.messenger.account.AccountDrafts;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.PageDraft;
import dev.parley.messenger.admin.view.PaneView;
import dev.parley.messenger.graph.AppKeys;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Adds pages to existing accounts immediately, and subscribes them at Meta if it can be reached.
@Component
class AccountTargets {
    private final AccountScreen page;
    private final AccountDrafts drafts;
    private final AccountCreation opening;
    private final PageSubscriptions subscribing;

    AccountTargets(
            AccountScreen page,
            AccountDrafts drafts,
            AccountCreation opening,
            PageSubscriptions subscribing) {
        this.page = page;
        this.drafts = drafts;
        this.opening = opening;
        this.subscribing = subscribing;
    }

    PageTarget of(PageFrame frame, MessagingAccount account, SignedIn me) {
        return new Target(frame, account, drafts.forAccount(account.id(), me.userId()));
    }

    private final class Target implements PageTarget {
        private final PageFrame frame;
        private final MessagingAccount account;
        private final AccountDraft draft;

        Target(PageFrame frame, MessagingAccount account, AccountDraft draft) {
            this.frame = frame;
            this.account = account;
            this.draft = draft;
        }

        @Override
        public AccountDraft draft() {
            return draft;
        }

        @Override
        public AppKeys app() {
            return AppKeys.of(account);
        }

        /// The account that a page belongs to is looked up among all accounts, including this one.
        @Override
        public Set<String> here() {
            return Set.of();
        }

        @Override
        public String forms() {
            return list() + "/pages";
        }

        @Override
        public String list() {
            return AccountScreen.address(account);
        }

        @Override
        public void keep(AccountDraft typed) {
            drafts.save(typed, account.id());
        }

        /// The pages are added whatever Meta answers: they can be subscribed again.
        @Override
        public Answer add(AccountDraft typed, List<PageDraft> pages, String way) {
            return switch (opening.add(account, pages, typed)) {
                case Result.Created _ ->
                        Answer.redirect(
                                list()
                                        + (subscribing.subscribeAll(account, pages)
                                                ? "?pageAdded"
                                                : "?addedOnly"));
                case Result.PagesUsed(var used) ->
                        showAgain(
                                PaneView.of(forms(), list(), way, typed.entry(), List.of())
                                        .with(used(used, way), false, ""));
            };
        }

        private Problems used(List<Result.Used> used, String way) {
            return Problems.with(
                    way.equals("add") ? "pageId" : "picked",
                    used.stream().map(this::words).collect(Collectors.joining(" ")));
        }

        private String words(Result.Used one) {
            return one.holder().id().equals(account.id())
                    ? frame.text("facebook.page.usedHere")
                    : frame.text("facebook.page.usedBy", one.holder().name());
        }

        @Override
        public Answer showAgain(PaneView pane) {
            return Answer.invalid(page.pages(frame, account, Map.of(), pane, null, ""));
        }
    }
}
