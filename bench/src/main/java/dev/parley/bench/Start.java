package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

/// Measures the server's time to readiness and its resident memory, compared with the same without
/// the AOT cache from the JVM's training run.
final class Start {
    private static final int TIMES = 3;
    private static final Duration REST = Duration.ofSeconds(5);

    private Start() {}

    static void run(Installation installation) throws Exception {
        Installation.stop(installation.startServer(true));
        Bench.line("start", "ready s", "longest s", "RSS MiB");
        line("with its AOT cache", installation, true);
        line("baseline: without", installation, false);
    }

    private static void line(String name, Installation installation, boolean trained)
            throws Exception {
        var seconds = new ArrayList<Double>();
        var memory = new ArrayList<Double>();
        for (var time = 0; time < TIMES; time++) {
            var from = System.nanoTime();
            var server = installation.startServer(trained);
            seconds.add((System.nanoTime() - from) / 1e9);
            Thread.sleep(REST);
            memory.add(residentMiB(server.pid()));
            Installation.stop(server);
        }
        seconds.sort(null);
        memory.sort(null);
        Bench.line(name, seconds.get(TIMES / 2), seconds.getLast(), memory.get(TIMES / 2));
    }

    private static double residentMiB(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + pid, "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElse(Double.NaN);
    }
}
