package dev.parley.bench;

import java.util.List;

/// Runs the named benchmarks, or all.
public final class Bench {
    private static final List<String> ALL = List.of("intake", "start");

    private Bench() {}

    public static void main(String[] names) throws Exception {
        var wanted = names.length == 0 ? ALL : List.of(names);
        if (!ALL.containsAll(wanted)) {
            System.err.printf("Available benchmarks: %s%n", ALL);
            System.exit(2);
        }
        for (var name : wanted) {
            try (var installation = new Installation()) {
                switch (name) {
                    case "intake" -> Intake.run(installation);
                    default -> Start.run(installation);
                }
            }
        }
    }

    /// Prints one line of a table.
    static void line(String name, Object... figures) {
        System.out.printf("%-38s", name);
        for (var figure : figures) {
            System.out.printf(
                    "%12s", figure instanceof Double number ? "%.1f".formatted(number) : figure);
        }
        System.out.println();
    }
}
