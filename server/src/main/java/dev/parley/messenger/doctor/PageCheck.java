package dev.parley.messenger.doctor;

import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Checks one page and stores the result. A stopped page is not diagnosed.
@Component
class PageCheck {
    private final FacebookPages pages;
    private final MessagingAccounts accounts;
    private final PageDiagnosis diagnosis;
    private final CheckResults results;
    private final Clock clock;

    PageCheck(
            FacebookPages pages,
            MessagingAccounts accounts,
            PageDiagnosis diagnosis,
            CheckResults results,
            Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.diagnosis = diagnosis;
        this.results = results;
        this.clock = clock;
    }

    /// @param lease until when the page was claimed for this check
    void check(String pageId, Instant lease) {
        pages.byPageId(pageId).ifPresent(page -> check(page, lease));
    }

    private void check(FacebookPage page, Instant lease) {
        if (page.isStopped()) {
            results.saveStopped(page, clock.instant());
            return;
        }
        accounts.byId(page.account())
                .ifPresent(account -> results.save(diagnosis.diagnose(account, page), lease));
    }
}
