package dev.parley.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// @param names of the benchmarks to run; empty for all
/// @param given how many messages are stored for the benchmarks that depend on it; empty for as
///   many as each has by default
/// @param quick whether every measurement takes a tenth of its time, to see that it works
record Options(List<String> names, OptionalLong given, boolean quick) {
    static Options parse(List<String> arguments) {
        var names = new ArrayList<String>();
        var quick = arguments.contains("--quick");
        var messages = OptionalLong.empty();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            if (argument.startsWith("--messages=")) {
                messages =
                        OptionalLong.of(Long.parseLong(argument.substring("--messages=".length())));
            } else if (argument.equals("--messages") && rest.hasNext()) {
                messages = OptionalLong.of(Long.parseLong(rest.next()));
            } else if (!argument.equals("--quick")) {
                names.add(argument);
            }
        }
        return new Options(names, messages, quick);
    }

    /// @param usual how many by default; a hundredth of it in a quick run
    long messages(long usual) {
        return given.orElse(quick ? usual / 100 : usual);
    }

    Duration seconds(int seconds) {
        return quick ? Duration.ofMillis(seconds * 100L) : Duration.ofSeconds(seconds);
    }

    int count(int count) {
        return quick ? Math.max(1, count / 10) : count;
    }
}
