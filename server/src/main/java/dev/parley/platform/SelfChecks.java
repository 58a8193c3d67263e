package dev.parley.platform;

import dev.parley.platform.SelfCheck.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs all self-checks repeatedly and provides their last results. Nothing here waits for a
/// running check.
@Component
public final class SelfChecks implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SelfChecks.class);
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, Watched> all = new LinkedHashMap<>();
    private volatile boolean running;

    SelfChecks(List<SelfCheck> checks, MeterRegistry meters) {
        for (var check : checks) {
            var watched = new Watched(check);
            all.put(check.name(), watched);
            Gauge.builder("parley.selfcheck.problems", () -> watched.problems().size())
                    .description("Number of problems with something that Parley needs")
                    .tag("check", check.name())
                    .register(meters);
        }
    }

    /// {@return all current problems}
    public List<Problem> problems() {
        return all.values().stream().flatMap(one -> one.problems().stream()).toList();
    }

    /// {@return the health of this check, from its last result}
    Health health(String name) {
        var watched = all.get(name);
        var problems = watched == null ? List.<Problem>of() : watched.problems();
        var broken = problems.stream().anyMatch(Problem::severe);
        var health = broken ? Health.down() : Health.up();
        return problems.isEmpty()
                ? health.build()
                : health.withDetail("problems", problems.toString()).build();
    }

    @Override
    public void start() {
        running = true;
        all.values().forEach(Watched::begin);
    }

    /// Does not wait for a check that does not return.
    @Override
    public void stop() {
        running = false;
        all.values().forEach(Watched::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// One check. Its last result is valid until the next result, or until it takes too long.
    private final class Watched {
        private final SelfCheck check;
        private final Semaphore ended = new Semaphore(0);
        private volatile List<Problem> lastResult = List.of();
        private volatile long checkingSince;
        private volatile boolean checking;

        Watched(SelfCheck check) {
            this.check = check;
        }

        List<Problem> problems() {
            var taken = System.nanoTime() - checkingSince;
            return checking && taken > TIMEOUT.toNanos()
                    ? List.of(Problem.severe(check.name() + "Silent"))
                    : lastResult;
        }

        void begin() {
            Thread.ofPlatform().daemon().name("selfcheck-" + check.name()).start(this::run);
        }

        void end() {
            ended.release();
        }

        private void run() {
            try {
                do {
                    look();
                } while (running && !ended.tryAcquire(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void look() {
            checkingSince = System.nanoTime();
            checking = true;
            var now = runCheck();
            checking = false;
            if (!now.equals(lastResult) && running) {
                log.warn("{}: {}", check.name(), now.isEmpty() ? "recovered" : now);
            }
            lastResult = now;
        }

        private List<Problem> runCheck() {
            try {
                return check.check();
            } catch (RuntimeException failure) {
                return List.of(Problem.severe(check.name() + "Unknown", failure));
            }
        }
    }
}
