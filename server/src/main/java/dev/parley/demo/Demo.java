package dev.parley.demo;

import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.ParleySettings;
import dev.parley.platform.ParleySettings.Mode;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sets up a new server as a demo: users, the simulator's pages, sample conversations, and a file
/// with the sign-ins. Running it again changes nothing but what is no longer valid.
///
/// The mode is checked at run time: the beans are fixed when Parley is built, to shorten the start.
@Component
class Demo {
    private static final Logger log = LoggerFactory.getLogger(Demo.class);

    private final ParleySettings parley;
    private final DemoSimulator simulator;
    private final Users users;
    private final DemoPages pages;
    private final SampleData samples;
    private final DemoSignIns signIns;

    Demo(
            ParleySettings parley,
            DemoSimulator simulator,
            Users users,
            DemoPages pages,
            SampleData samples,
            DemoSignIns signIns) {
        this.parley = parley;
        this.simulator = simulator;
        this.users = users;
        this.pages = pages;
        this.samples = samples;
        this.signIns = signIns;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        if (parley.mode() == Mode.DEMO) {
            setUp();
        }
    }

    private void setUp() throws IOException, InterruptedException {
        var admin = ensure(DemoUsers.ADMIN);
        var agents = DemoUsers.OTHERS.stream().map(this::ensure).toList();
        var state = simulator.state();
        var app = state.apps().getFirst();
        var account = simulator.retry(() -> pages.setUp(app, state, admin));
        var own = state.pages().stream().filter(one -> one.appId().equals(app.id())).toList();
        samples.setUp(own, agents, admin);
        signIns.write(account, own.getFirst(), admin);
        log.info("The demo is set up; the sign-ins are in {}", signIns.file());
    }

    private UserId ensure(DemoUsers.Person person) {
        return users.ensure(
                person.signInName(), person.displayName(), person.password(), person.roles());
    }
}
