package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The machine and the processes on it, as far as `/proc` shows them.
final class Machine {
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int CHILDREN = 4;

    private Machine() {}

    static String description() throws IOException {
        return "%d processors (%s), %.0f GiB, %s %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        first("cpuinfo", "model name").replaceAll(".*: *", ""),
                        number(first("meminfo", "MemTotal")) / (1024 * 1024),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"));
    }

    /// {@return the processor time of this process alone, in seconds}
    static double cpu(ProcessHandle process) {
        return cpu(process, 2);
    }

    /// {@return the processor time of all processes that this one started, in seconds}
    static double cpuOfChildren(ProcessHandle process) {
        return process.descendants().mapToDouble(child -> cpu(child, CHILDREN)).sum();
    }

    /// {@return the resident memory of this process alone, in MiB}
    static double resident(ProcessHandle process) throws IOException {
        return number(first(process.pid() + "/status", "VmRSS")) / 1024;
    }

    /// {@return the memory of all processes that this one started, in MiB, where pages that several
    /// of them share count once}
    static double memoryOfChildren(ProcessHandle process) throws IOException {
        var total = 0.0;
        for (var child : process.descendants().toList()) {
            total += number(first(child.pid() + "/smaps_rollup", "Pss:")) / 1024;
        }
        return total;
    }

    private static double cpu(ProcessHandle process, int fields) {
        try {
            var stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
            var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Stream.of(words).skip(USER_TIME).limit(fields).mapToLong(Long::parseLong).sum()
                    / TICKS_PER_SECOND;
        } catch (IOException _) {
            return 0;
        }
    }

    private static String first(String file, String start) throws IOException {
        var path = Path.of("/proc").resolve(file);
        if (!Files.isReadable(path)) {
            return "unknown";
        }
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(start)).findFirst().orElse("unknown");
        }
    }

    private static double number(String line) {
        var digits = line.replaceAll("\\D", "");
        return digits.isEmpty() ? Double.NaN : Double.parseDouble(digits);
    }
}
