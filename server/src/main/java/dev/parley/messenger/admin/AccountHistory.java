package dev.parley.messenger.admin;

import dev.parley.admin.kit.AuditEntries;
import dev.parley.admin.kit.AuditView;
import dev.parley.admin.kit.Listing;
import dev.parley.identity.AuditLog;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.platform.web.PageFrame;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/// The history of an account and its pages, including removed ones.
@Component
class AccountHistory {
    private final AuditLog log;
    private final AuditEntries entries;

    AccountHistory(AuditLog log, AuditEntries entries) {
        this.log = log;
        this.entries = entries;
    }

    AuditView of(PageFrame frame, MessagingAccount account, Listing listing) {
        var subjects = new ArrayList<String>();
        subjects.add("messagingAccount/" + account.id());
        subjects.addAll(log.subjects("facebookPage.added", "account", account.id().toString()));
        return entries.of(frame.t(), listing, log.about(subjects, listing.pageRequest()));
    }
}
