package dev.parley.simulator.webhook;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Runs tasks after a delay in real time, unless all are cancelled before.
@Component
class DelayedTasks implements DisposableBean {
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("delayed-tasks").factory());

    void after(Duration time, Runnable task) {
        var _ = timer.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cancelAll() {
        timer.getQueue().clear();
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
