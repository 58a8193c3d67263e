package dev.parley.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// @param names of the benchmarks to run; empty for all
/// @param messages stored in the large history
/// @param quick whether every measurement takes a tenth of its time, to see that it works
record Options(List<String> names, long messages, boolean quick) {
    private static final long MESSAGES = 3_000_000;
    private static final long FEW_MESSAGES = 30_000;

    static Options parse(List<String> arguments) {
        var names = new ArrayList<String>();
        var quick = arguments.contains("--quick");
        var messages = quick ? FEW_MESSAGES : MESSAGES;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            if (argument.startsWith("--messages=")) {
                messages = Long.parseLong(argument.substring("--messages=".length()));
            } else if (argument.equals("--messages") && rest.hasNext()) {
                messages = Long.parseLong(rest.next());
            } else if (!argument.equals("--quick")) {
                names.add(argument);
            }
        }
        return new Options(names, messages, quick);
    }

    Duration seconds(int seconds) {
        return quick ? Duration.ofMillis(seconds * 100L) : Duration.ofSeconds(seconds);
    }

    int count(int count) {
        return quick ? Math.max(1, count / 10) : count;
    }
}
