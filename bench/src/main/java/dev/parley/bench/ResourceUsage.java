package dev.parley.bench;

import java.sql.SQLException;

/// How much the server, its database and this program had done at a moment. Processor times are in
/// seconds.
record ResourceUsage(
        long nanos,
        long backlog,
        long statements,
        long walBytes,
        double server,
        double database,
        double loadGenerator) {

    static ResourceUsage now(Database database, Process server) throws SQLException {
        return new ResourceUsage(
                System.nanoTime(),
                database.backlog(),
                database.statements(),
                database.walBytes(),
                Machine.cpu(server.toHandle()),
                Machine.cpuOfChildren(server.toHandle()),
                Machine.cpu(ProcessHandle.current()));
    }

    /// {@return what was done since}
    ResourceUsage since(ResourceUsage before) {
        return new ResourceUsage(
                nanos - before.nanos,
                backlog - before.backlog,
                statements - before.statements,
                walBytes - before.walBytes,
                server - before.server,
                database - before.database,
                loadGenerator - before.loadGenerator);
    }

    double seconds() {
        return nanos / 1e9;
    }
}
