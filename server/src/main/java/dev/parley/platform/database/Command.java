package dev.parley.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.StartRefused;
import java.io.IOException;
import java.util.List;

/// Runs a program and waits for its end.
final class Command {
    private Command() {}

    /// @throws StartRefused with the program's output, if it fails
    static void run(List<String> command) {
        output(command);
    }

    /// {@return the program's output}
    ///
    /// @throws StartRefused with that output, if it fails
    static String output(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new StartRefused(
                        "%s failed: %s".formatted(String.join(" ", command), output.strip()));
            }
            return output;
        } catch (IOException failure) {
            throw new StartRefused(
                    "%s cannot be run here (%s). Run a PostgreSQL yourself and set parley.database.url."
                            .formatted(command.getFirst(), failure.getMessage()),
                    failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while running " + command.getFirst(), failure);
        }
    }

    static boolean succeeds(String... command) {
        try {
            run(List.of(command));
            return true;
        } catch (StartRefused _) {
            return false;
        }
    }
}
