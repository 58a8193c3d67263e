package dev.parley.attachment;

import java.time.Duration;
import java.util.List;

/// How often, and after which pauses, a download is tried again.
final class DownloadBackoff {
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1));

    private DownloadBackoff() {}

    /// {@return whether another attempt is due after this many}
    static boolean hasNext(int attempts) {
        return attempts <= PAUSES.size();
    }

    static Duration after(int attempts) {
        return PAUSES.get(attempts - 1);
    }

    /// {@return whether there were more attempts than are ever due, because the server stopped
    /// during some}
    static boolean isExceeded(int attempts) {
        return attempts > PAUSES.size() + 1;
    }
}
