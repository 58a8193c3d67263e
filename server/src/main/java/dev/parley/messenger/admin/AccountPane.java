package dev.parley.messenger.admin;

import dev.parley.identity.SignedIn;
import dev.parley.messenger.admin.view.PaneView;
import dev.parley.messenger.setup.AccountDraft;
import dev.parley.messenger.setup.AccountDrafts;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.platform.web.PageFrame;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The pane *Add Facebook page* in the settings of an account that exists, and what is typed in it.
@Component
class AccountPane {
    private final AccountDrafts drafts;
    private final PageAdditionCheck adding;

    AccountPane(AccountDrafts drafts, PageAdditionCheck adding) {
        this.drafts = drafts;
        this.adding = adding;
    }

    AccountDraft draft(MessagingAccount account, SignedIn me) {
        return drafts.forAccount(account.id(), me.userId());
    }

    void keep(MessagingAccount account, AccountDraft draft) {
        drafts.keep(draft, account.id());
    }

    PaneView open(PageFrame frame, MessagingAccount account, AccountDraft draft, String way) {
        var close = "/admin/messaging-accounts/" + account.id();
        var picks =
                way.equals("pick")
                        ? adding.picks(frame.t(), draft.entry().found(), Set.of())
                        : List.<PaneView.Pick>of();
        return PaneView.of(close + "/pages", close, way, draft.entry(), picks);
    }
}
