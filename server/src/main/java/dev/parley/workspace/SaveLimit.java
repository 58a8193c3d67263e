package dev.parley.workspace;

import dev.parley.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Limits how often each user may store drafts on this node. A page stores one at most every second
/// while its user types, so only a faulty program reaches the limit.
@Component
public class SaveLimit {
    static final int MOST = 60;
    static final Duration WITHIN = Duration.ofSeconds(10);

    private final Map<UserId, Window> windows = new ConcurrentHashMap<>();

    /// {@return whether this user may store a draft now}
    public boolean allows(UserId user, Instant now) {
        return windows.merge(user, new Window(now, 1), (before, _) -> before.next(now)).count
                <= MOST;
    }

    private record Window(Instant since, int count) {
        Window next(Instant now) {
            return now.isBefore(since.plus(WITHIN)) && !now.isBefore(since)
                    ? new Window(since, count + 1)
                    : new Window(now, 1);
        }
    }
}
