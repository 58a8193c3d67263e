package dev.parley.messenger.admin;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.Tab;
import dev.parley.identity.Users;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPageId;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccountId;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.admin.view.AccountFrame;
import dev.parley.messenger.admin.view.AccountPagesView;
import dev.parley.messenger.admin.view.AccountPagesView.Rename;
import dev.parley.messenger.admin.view.AccountSettingsView;
import dev.parley.messenger.admin.view.PaneView;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Renders the tabs of the account settings, to which several forms return.
@Component
class AccountScreen {
    private static final List<String> SORTS =
            List.of("name", "pageId", "workstream", "state", "created", "changed");

    private final Templates templates;
    private final MessagingAccounts accounts;
    private final FacebookPages pages;
    private final PageRows rows;
    private final Users users;

    AccountScreen(
            Templates templates,
            MessagingAccounts accounts,
            FacebookPages pages,
            PageRows rows,
            Users users) {
        this.templates = templates;
        this.accounts = accounts;
        this.pages = pages;
        this.rows = rows;
        this.users = users;
    }

    MessagingAccount account(UUID id) {
        return accounts.byId(new MessagingAccountId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    FacebookPage facebookPage(MessagingAccount account, UUID id) {
        return pages.byId(new FacebookPageId(id))
                .filter(found -> found.account().equals(account.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static String address(MessagingAccount account) {
        return "/admin/messaging-accounts/" + account.id();
    }

    JteModel pages(
            PageFrame frame,
            MessagingAccount account,
            Map<String, String> asked,
            PaneView pane,
            @Nullable Rename rename,
            String notice) {
        var listing = Listing.of(address(account), asked, SORTS);
        var found = rows.of(account.id(), listing.pageRequest());
        return templates.messengerAccountPages(
                frame,
                frame(frame, account, "", notice),
                new AccountPagesView(listing, found.rows(), found.all(), pane, rename));
    }

    JteModel settings(
            PageFrame frame,
            MessagingAccount account,
            String name,
            Problems problems,
            String notice) {
        return templates.messengerAccountSettings(
                frame,
                frame(frame, account, "/settings", notice),
                new AccountSettingsView(
                        account,
                        name,
                        pages.countOf(account.id()),
                        privacy(frame, account),
                        problems));
    }

    private String privacy(PageFrame frame, MessagingAccount account) {
        return accounts.privacyOf(account.id())
                .map(read ->
                        frame.text(
                                "facebook.privacy.readBy",
                                users.names(List.of(read.getValue()))
                                        .getOrDefault(read.getValue(), ""),
                                read.getKey().at(),
                                read.getKey().text(),
                                read.getKey().language()))
                .orElseGet(() -> frame.text("facebook.privacy.byProgram"));
    }

    static AccountFrame frame(
            PageFrame frame, MessagingAccount account, String open, String notice) {
        var address = address(account);
        return new AccountFrame(
                account.name(),
                address,
                List.of(
                        new Tab(frame.text("facebook.pages"), address, open.isEmpty()),
                        new Tab(
                                frame.text("facebook.callback"),
                                address + "/callback",
                                open.equals("/callback")),
                        new Tab(
                                frame.text("admin.settings"),
                                address + "/settings",
                                open.equals("/settings")),
                        new Tab(
                                frame.text("admin.history"),
                                address + "/history",
                                open.equals("/history"))),
                notice);
    }
}
