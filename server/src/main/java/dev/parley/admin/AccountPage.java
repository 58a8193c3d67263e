package dev.parley.admin;

import dev.parley.admin.view.AccountView;
import dev.parley.admin.view.PageForm;
import dev.parley.admin.view.PageLine;
import dev.parley.admin.view.Problems;
import dev.parley.channel.ChannelKind;
import dev.parley.messenger.setup.FacebookPage;
import dev.parley.messenger.setup.FacebookPageId;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.messenger.setup.MessagingAccountId;
import dev.parley.messenger.setup.MessagingAccounts;
import dev.parley.platform.PublicUrl;
import dev.parley.platform.web.Frame;
import dev.parley.workstream.Workstreams;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Draws the page of an account, which several forms come back to.
@Component
class AccountPage {
    private final Templates templates;
    private final MessagingAccounts accounts;
    private final FacebookPages pages;
    private final Workstreams workstreams;
    private final PublicUrl publicUrl;

    AccountPage(
            Templates templates,
            MessagingAccounts accounts,
            FacebookPages pages,
            Workstreams workstreams,
            PublicUrl publicUrl) {
        this.templates = templates;
        this.accounts = accounts;
        this.pages = pages;
        this.workstreams = workstreams;
        this.publicUrl = publicUrl;
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

    String address(MessagingAccount account) {
        return "/admin/messaging-accounts/" + account.id();
    }

    JteModel show(
            Frame frame,
            MessagingAccount account,
            PageForm form,
            Problems problems,
            String notice) {
        return draw(frame, account, account.name(), form, problems, notice);
    }

    JteModel showNamed(Frame frame, MessagingAccount account, String name, Problems problems) {
        return draw(frame, account, name, PageForm.EMPTY, problems, "");
    }

    private JteModel draw(
            Frame frame,
            MessagingAccount account,
            String name,
            PageForm form,
            Problems problems,
            String notice) {
        var callback = publicUrl.of(account.callbackPath());
        return templates.adminAccount(
                frame,
                new AccountView(
                        account,
                        pages.ofAccount(account.id()).stream().map(this::line).toList(),
                        callback,
                        callback.startsWith("https:"),
                        name,
                        form,
                        problems,
                        notice));
    }

    private PageLine line(FacebookPage page) {
        var instance = workstreams.instanceOf(ChannelKind.FACEBOOK, page.pageId());
        return new PageLine(page, instance.switches());
    }
}
