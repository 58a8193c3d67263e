package dev.parley.platform.database;

import java.util.List;

/// What PostgreSQL understands: to stop and roll back what is open, or to drop everything.
enum Signal {
    INT,
    QUIT;

    /// Java itself can only send TERM, on which PostgreSQL waits for its clients to leave.
    void to(long pid) {
        Command.run(
                List.of("sh", "-c", "kill -s %s %d 2>/dev/null || true".formatted(name(), pid)));
    }
}
