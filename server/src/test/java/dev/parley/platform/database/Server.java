package dev.parley.platform.database;

import java.io.IOException;
import java.util.List;

/// A running {@link DatabaseOnlyServer}.
record Server(Process process, int port, long postgresProcess) {
    static Server start(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = process.inputReader();
        var log = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                var words = line.split(" ", -1);
                return new Server(process, Integer.parseInt(words[1]), Long.parseLong(words[2]));
            }
            log.append(line).append('\n');
        }
        throw new AssertionError("The server ended: " + log);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
