package dev.parley.messenger.admin;

import dev.parley.admin.kit.ChannelOverview;
import dev.parley.admin.kit.Link;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.platform.web.PageFrame;
import java.util.List;
import org.springframework.stereotype.Component;

/// How many messaging accounts and Facebook pages there are.
@Component
class FacebookOverview implements ChannelOverview {
    private static final String ACCOUNTS = "/admin/messaging-accounts";

    private final MessagingAccounts accounts;
    private final FacebookPages pages;

    FacebookOverview(MessagingAccounts accounts, FacebookPages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @Override
    public List<Fact> facts(PageFrame frame) {
        return List.of(ofAccounts(frame, accounts.count()), ofPages(frame, pages.count()));
    }

    private static Fact ofAccounts(PageFrame frame, int count) {
        return new Fact(
                frame.text("facebook.accounts"),
                ACCOUNTS,
                count == 0
                        ? frame.text("facebook.home.noAccount")
                        : frame.t().count("facebook.home.accounts", count),
                count == 0,
                new Link(frame.text("facebook.account.new"), ACCOUNTS + "/new"));
    }

    private static Fact ofPages(PageFrame frame, int count) {
        return new Fact(
                frame.text("facebook.pages"),
                "/admin/traffic",
                count == 0
                        ? frame.text("facebook.home.noPage")
                        : frame.t().count("facebook.home.pages", count),
                count == 0,
                Link.NONE);
    }

    @Override
    public Row row(PageFrame frame) {
        return new Row(
                frame.text("facebook.accounts"),
                frame.text("facebook.channels.accountsAbout"),
                frame.t().count("facebook.home.accounts", accounts.count()),
                ACCOUNTS);
    }
}
