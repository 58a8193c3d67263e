package dev.parley.admin;

import dev.parley.outbox.PageTrouble;
import dev.parley.outbox.PageTroubles;
import dev.parley.platform.web.Badge;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Shows in the site map how many pages have something that an administrator must mend.
@Component
class TrafficBadge implements Badge {
    private static final Duration SHOWN = Duration.ofDays(1);

    private final PageTroubles troubles;
    private final Clock clock;

    TrafficBadge(PageTroubles troubles, Clock clock) {
        this.troubles = troubles;
        this.clock = clock;
    }

    @Override
    public String address() {
        return "/admin/traffic";
    }

    @Override
    public long count() {
        var now = clock.instant();
        return troubles.goingOn(now, now.minus(SHOWN)).stream()
                .filter(PageTrouble::alerts)
                .map(PageTrouble::sender)
                .distinct()
                .count();
    }
}
