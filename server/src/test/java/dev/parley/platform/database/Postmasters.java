package dev.parley.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the first process of a database, to kill it.
final class Postmasters {
    private Postmasters() {}

    static long pid(Path data) throws IOException {
        var lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        return Long.parseLong(lines.getFirst().strip());
    }

    static void kill(Path data) throws IOException {
        ProcessHandle.of(pid(data)).orElseThrow().destroyForcibly();
    }
}
