package dev.parley.messenger.admin;

import dev.parley.messenger.account.FacebookChannel;
import dev.parley.outbox.SendBlock;
import dev.parley.outbox.SendBlocks;
import dev.parley.platform.web.Badge;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Shows in the site map how many pages have something that an administrator must fix.
@Component
class TrafficBadge implements Badge {
    private static final Duration SHOWN = Duration.ofDays(1);

    private final SendBlocks blocks;
    private final Clock clock;

    TrafficBadge(SendBlocks blocks, Clock clock) {
        this.blocks = blocks;
        this.clock = clock;
    }

    @Override
    public String address() {
        return "/admin/traffic";
    }

    @Override
    public long count() {
        var now = clock.instant();
        return blocks.active(now, now.minus(SHOWN)).stream()
                .filter(SendBlock::alerts)
                .map(SendBlock::endpoint)
                .filter(FacebookChannel::isFacebook)
                .distinct()
                .count();
    }
}
