package dev.parley.messenger.admin;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.UserNames;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.AccountDraft;
import dev.parley.messenger.account.AccountDrafts;
import dev.parley.messenger.account.AccountLine;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.admin.view.AccountsView;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// *Accounts and channels*: the list of messaging accounts.
@Controller
class MessagingAccountsController {
    private static final String ADDRESS = "/admin/messaging-accounts";
    private static final List<String> SORTS =
            List.of("name", "applicationId", "pages", "created", "changed");

    private final Templates templates;
    private final MessagingAccounts accounts;
    private final AccountDrafts drafts;
    private final UserNames names;

    MessagingAccountsController(
            Templates templates,
            MessagingAccounts accounts,
            AccountDrafts drafts,
            UserNames names) {
        this.templates = templates;
        this.accounts = accounts;
        this.drafts = drafts;
        this.names = names;
    }

    @GetMapping(ADDRESS)
    JteModel list(PageFrame frame, SignedIn me, @RequestParam Map<String, String> asked) {
        var listing = Listing.of(ADDRESS, asked, SORTS);
        var found = accounts.find(listing.pageRequest());
        var called =
                names.of(
                        found.rows().stream()
                                .flatMap(line -> Stream.of(line.createdBy(), line.changedBy()))
                                .toList());
        var draft = drafts.latest(me.userId());
        return templates.messengerAccounts(
                frame,
                new AccountsView(
                        listing,
                        found.rows().stream().map(line -> line(frame, called, line)).toList(),
                        found.all(),
                        draft.map(NewAccountScreen::address).orElse(""),
                        draft.map(AccountDraft::name).orElse(""),
                        asked.containsKey("deleted")
                                ? frame.text("facebook.account.deleted")
                                : ""));
    }

    private static AccountsView.Line line(
            PageFrame frame, Map<UserId, String> called, AccountLine account) {
        return new AccountsView.Line(
                account,
                UserNames.made(
                        frame,
                        called,
                        account.createdAt(),
                        account.createdBy(),
                        account.changedAt(),
                        account.changedBy()));
    }
}
