package dev.parley.bench;

import org.jspecify.annotations.Nullable;

/// One result, beside its yardstick.
///
/// @param yardstick what `theirs` is; null if there is none
record Figure(
        String bench,
        String name,
        String unit,
        double ours,
        @Nullable String yardstick,
        double theirs) {
    double ratio() {
        return ours / theirs;
    }

    void print() {
        System.out.printf("  %-52s %12s %-6s", name, shown(ours), unit);
        if (yardstick != null) {
            System.out.printf(" %12s %6s   %s", shown(theirs), shown(ratio()), yardstick);
        }
        System.out.println();
    }

    String json() {
        var figure =
                "{\"bench\":\"%s\",\"name\":\"%s\",\"unit\":\"%s\",\"ours\":%s"
                        .formatted(bench, name, unit, number(ours));
        return yardstick == null
                ? figure + "}"
                : "%s,\"yardstick\":\"%s\",\"theirs\":%s,\"ratio\":%s}"
                        .formatted(figure, yardstick, number(theirs), number(ratio()));
    }

    private static String shown(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        return Math.abs(value) >= 100 ? "%,.0f".formatted(value) : "%.2f".formatted(value);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }
}
