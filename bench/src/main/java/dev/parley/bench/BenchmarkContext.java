package dev.parley.bench;

import java.time.Duration;

/// What every benchmark gets: the programs to measure, the report, and the options.
///
/// @param installation a new one for each benchmark
record BenchmarkContext(Installation installation, Report report, Options options) {
    private static final int WINDOW_SECONDS = 5;
    private static final double STEADY = 0.05;
    private static final double LEAST_RATE = 4_000;
    private static final int MOST_REQUESTS = 600_000;
    private static final Duration LONGEST_BACKLOG = Duration.ofSeconds(30);

    /// Measures the first ten seconds of a new server, and repeats until two windows in a row
    /// differ by less than 5 %.
    ///
    /// @param most the number of windows after which it is as warm as it gets
    /// @return the rate of the last window
    double warmUp(HttpLoop loop, Webhooks webhooks, int people, int most) throws Exception {
        var cold = loop.saturate(webhooks.texts(requests(10, LEAST_RATE), people), seconds(10));
        report.add("first 10 s after the start, acknowledged", "/s", cold.perSecond());
        report.add("first 10 s after the start, p50", "ms", cold.p50());
        var last = cold.perSecond();
        for (var window = 1; ; window++) {
            var block = webhooks.texts(requests(WINDOW_SECONDS, 2 * last), people);
            var rate = loop.saturate(block, seconds(WINDOW_SECONDS)).perSecond();
            var steady = Math.abs(rate - last) < STEADY * last;
            if (steady || window == most) {
                report.note(
                        "%s after %d s"
                                .formatted(
                                        steady ? "The rate is steady" : "The rate still changes",
                                        10 + window * WINDOW_SECONDS));
                return rate;
            }
            last = rate;
        }
    }

    /// {@return how many requests to prepare for a measurement of this length}
    int requests(int seconds, double perSecond) {
        var expected = 1.5 * Math.max(perSecond, LEAST_RATE) * seconds(seconds).toMillis() / 1000;
        return (int) Math.min(MOST_REQUESTS, expected);
    }

    /// Waits until the backlog is handled, or says that it is not.
    void settle(Database database) throws Exception {
        if (!database.awaitHandled(LONGEST_BACKLOG)) {
            report.note("%,d events still wait to be handled".formatted(database.backlog()));
        }
    }

    Duration seconds(int seconds) {
        return options.seconds(seconds);
    }
}
