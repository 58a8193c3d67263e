package dev.parley.simulator.webhook;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Does things after a while, of real time, unless all is forgotten before.
@Component
class DelayedTasks implements DisposableBean {
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("later").factory());

    void after(Duration time, Runnable task) {
        var _ = timer.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void forget() {
        timer.getQueue().clear();
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
