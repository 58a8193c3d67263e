package dev.parley.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs the named benchmarks, or all.
public final class Bench {
    private interface Benchmark {
        void run(BenchmarkContext context) throws Exception;
    }

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("intake", IntakeBenchmark::run);
        ALL.put("pipeline", PipelineBenchmark::run);
        ALL.put("start", StartBenchmark::run);
        ALL.put("screen", ScreenBenchmark::run);
        ALL.put("history", HistoryBenchmark::run);
        ALL.put("timeline", TimelineBenchmark::run);
        ALL.put("lists", ListsBenchmark::run);
        ALL.put("search", SearchBenchmark::run);
        ALL.put("live", OpenDesksBenchmark::run);
        ALL.put("out", RepliesBenchmark::run);
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var options = Options.parse(List.of(arguments));
        if (!ALL.keySet().containsAll(options.names())) {
            System.err.printf("Available benchmarks: %s%n", String.join(", ", ALL.keySet()));
            System.exit(2);
        }
        var folder = Path.of(Installation.env("PARLEY_ROOT"), "target", "bench");
        var report = new Report(folder, Installation.env("PARLEY_VERSION"));
        if (options.quick()) {
            report.note(
                    "Quick run, only to check that the benchmarks work. Do not compare these figures.");
        }
        for (var benchmark : ALL.entrySet()) {
            if (options.names().isEmpty() || options.names().contains(benchmark.getKey())) {
                report.begin(benchmark.getKey());
                try (var installation = new Installation()) {
                    benchmark.getValue().run(new BenchmarkContext(installation, report, options));
                }
                report.save();
            }
        }
        System.out.printf("%nStored in %s%n", report.file());
    }
}
