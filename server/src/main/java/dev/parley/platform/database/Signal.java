package dev.parley.platform.database;

import java.util.List;

/// PostgreSQL's signals: `INT` stops it and rolls back open transactions, `QUIT` stops it
/// immediately.
enum Signal {
    INT,
    QUIT;

    /// Uses the shell, because Java can only send TERM, on which PostgreSQL waits until its clients
    /// disconnect.
    void sendTo(long pid) {
        Command.run(
                List.of("sh", "-c", "kill -s %s %d 2>/dev/null || true".formatted(name(), pid)));
    }
}
