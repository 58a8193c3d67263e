package dev.parley.messenger.doctor;

import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.doctor.PageStatuses.Span;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores what a check found: the page's status, its history and alerts, and when it is checked
/// next.
@Component
class CheckResults {
    private static final Logger log = LoggerFactory.getLogger(CheckResults.class);

    private final PageStatuses pageStatuses;
    private final Alerts alerts;
    private final FacebookPages pages;
    private final CheckSchedule schedule;

    CheckResults(
            PageStatuses pageStatuses, Alerts alerts, FacebookPages pages, CheckSchedule schedule) {
        this.pageStatuses = pageStatuses;
        this.alerts = alerts;
        this.pages = pages;
        this.schedule = schedule;
    }

    /// Ignored if the page was stopped or removed during the check.
    ///
    /// @param lease until when the page was claimed for the check
    @Transactional
    public void save(CheckResult result, Instant lease) {
        if (pages.byPageId(result.page()).filter(one -> !one.isStopped()).isPresent()) {
            pageStatuses.lock(result.page()).ifPresent(before -> save(result, lease, before));
        }
    }

    private void save(CheckResult result, Instant lease, PageStatus before) {
        var page = result.page();
        var state = result.state();
        addToHistory(result, before);
        var next =
                schedule.next(
                        result.findings(),
                        state,
                        result.at(),
                        result.known().contact().verifiedAt());
        pageStatuses.save(
                page,
                state,
                result.findings(),
                result.token(),
                result.fields(),
                new Span(result.at(), lease, next));
        alerts.replace(page, result.findings(), result.at());
    }

    private void addToHistory(CheckResult result, PageStatus before) {
        var page = result.page();
        var state = result.state();
        var causes = result.causes();
        if (before.state() != state
                || !causes.equals(CheckResult.causes(pageStatuses.findings(page)))) {
            pageStatuses.addHistory(page, result.at(), state, causes);
            log.info("Page {} is {} {}", page, state, causes);
        }
    }

    /// A stopped page has no problems.
    @Transactional
    public void saveStopped(FacebookPage page, Instant now) {
        var before = pageStatuses.lock(page.pageId());
        pageStatuses.stop(page.pageId(), now, schedule.usual(now));
        alerts.replace(page.pageId(), List.of(), now);
        if (before.isPresent() && before.get().state() != ProvisioningState.STOPPED) {
            pageStatuses.addHistory(page.pageId(), now, ProvisioningState.STOPPED, List.of());
        }
    }
}
