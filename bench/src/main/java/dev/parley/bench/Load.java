package dev.parley.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Runs a closed loop for a given time: each worker starts the next call when its last one is done.
///
/// @param perSecond calls per second
/// @param p50 the median time of a call, in milliseconds
record Load(double perSecond, double p50, double p99) {
    /// The maximum number of calls.
    private static final int MOST = 200_000;

    static Load run(int workers, Duration time, Callable<?> call)
            throws InterruptedException, ExecutionException {
        var taken = new long[MOST];
        var begun = new AtomicInteger();
        var start = System.nanoTime();
        var end = start + time.toNanos();
        Callable<Void> worker =
                () -> {
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
                };
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, workers).mapToObj(_ -> worker).toList();
            for (var done : executor.invokeAll(all)) {
                done.get();
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        var times = Arrays.copyOf(taken, Math.min(begun.get(), MOST));
        Arrays.sort(times);
        return new Load(times.length / seconds, at(times, 0.5), at(times, 0.99));
    }

    private static double at(long[] times, double part) {
        return times.length == 0 ? 0 : times[(int) ((times.length - 1) * part)] / 1e6;
    }
}
