package dev.parley.platform;

import dev.parley.platform.SelfCheck.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.springframework.boot.health.contributor.Status;

/// Self-checks that run without a server.
public final class Checks implements AutoCloseable {
    private final SelfChecks all;

    public Checks(List<SelfCheck> checks) {
        all = new SelfChecks(checks, new SimpleMeterRegistry());
        all.start();
    }

    public Status health(String name) {
        return all.health(name).getStatus();
    }

    public List<String> causes() {
        return all.problems().stream().map(Problem::cause).toList();
    }

    @Override
    public void close() {
        all.stop();
    }
}
