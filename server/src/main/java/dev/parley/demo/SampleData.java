package dev.parley.demo;

import dev.parley.demo.SimulatorState.Page;
import dev.parley.identity.UserId;
import dev.parley.messenger.account.FacebookChannel;
import java.util.List;
import org.springframework.stereotype.Component;

/// The demo's past, here and in the simulator.
@Component
class SampleData {
    private final DemoSettings settings;
    private final DemoPast past;
    private final DemoThreads threads;

    SampleData(DemoSettings settings, DemoPast past, DemoThreads threads) {
        this.settings = settings;
        this.past = past;
        this.threads = threads;
    }

    /// Adds sample conversations to a new demo that is to begin with them. The simulator learns of
    /// them after Parley, which would otherwise fetch them as messages that it missed.
    void setUp(List<Page> pages, List<UserId> agents, UserId by) throws InterruptedException {
        if (settings.past()) {
            past.add(
                    pages.stream().map(page -> FacebookChannel.endpoint(page.id())).toList(),
                    agents,
                    by);
        }
        threads.tell();
    }
}
