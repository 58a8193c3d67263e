package dev.parley.admin;

import dev.parley.inbox.DeadLetters;
import dev.parley.platform.web.Badge;
import org.springframework.stereotype.Component;

/// Shows the number of dead letters in the site map.
@Component
class DeadLetterBadge implements Badge {
    private final DeadLetters deadLetters;

    DeadLetterBadge(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public String address() {
        return "/admin/dead-letters";
    }

    @Override
    public long count() {
        return deadLetters.count();
    }
}
