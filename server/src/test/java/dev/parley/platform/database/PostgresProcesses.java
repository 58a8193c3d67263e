package dev.parley.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the first process of a database, to kill it.
public final class PostgresProcesses {
    private PostgresProcesses() {}

    public static long pid(Path data) throws IOException {
        var lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        return Long.parseLong(lines.getFirst().strip());
    }

    /// {@return the port of the database in this data directory}
    public static int port(Path data) throws IOException {
        var lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        return Integer.parseInt(lines.get(3).strip());
    }

    public static void kill(Path data) throws IOException {
        ProcessHandle.of(pid(data)).orElseThrow().destroyForcibly();
    }
}
