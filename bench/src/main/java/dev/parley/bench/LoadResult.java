package dev.parley.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The result of many calls.
///
/// @param calls that were answered as expected
/// @param refused that were answered otherwise
/// @param seconds that all of them took
/// @param p50 the median time of a call, in milliseconds
record LoadResult(long calls, long refused, double seconds, double p50, double p99) {
    /// The maximum number of calls.
    private static final int MOST = 600_000;

    double perSecond() {
        return calls / seconds;
    }

    /// @param nanos the time that each call took
    static LoadResult of(long[] nanos, long refused, double seconds) {
        return new LoadResult(
                nanos.length, refused, seconds, millis(nanos, 0.5), millis(nanos, 0.99));
    }

    /// {@return the time in milliseconds within which this share of the calls was answered}
    static double millis(long[] nanos, double share) {
        if (nanos.length == 0) {
            return Double.NaN;
        }
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) ((sorted.length - 1) * share)] / 1e6;
    }

    /// Runs a closed loop on a thread for each of these calls: each repeats when it is done.
    static LoadResult run(Collection<? extends Callable<?>> calls, Duration time)
            throws InterruptedException, ExecutionException {
        var taken = new long[MOST];
        var begun = new AtomicInteger();
        var start = System.nanoTime();
        var loops = new ArrayList<Callable<Void>>();
        for (var call : calls) {
            loops.add(() -> repeat(call, taken, begun, start + time.toNanos()));
        }
        try (var executor = Executors.newFixedThreadPool(calls.size())) {
            for (var loop : executor.invokeAll(loops)) {
                loop.get();
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        return of(Arrays.copyOf(taken, Math.min(begun.get(), MOST)), 0, seconds);
    }

    private static Void repeat(Callable<?> call, long[] taken, AtomicInteger begun, long end)
            throws Exception {
        while (System.nanoTime() < end) {
            var number = begun.getAndIncrement();
            if (number >= MOST) {
                break;
            }
            var from = System.nanoTime();
            call.call();
            taken[number] = System.nanoTime() - from;
        }
        return null;
    }
}
