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

/// Sets up a new server as a demo: users, the simulator's pages, and a file with the sign-ins.
/// Running it again changes nothing but what is no longer valid.
///
/// The mode is checked at run time: the beans are fixed when Parley is built, to shorten the start.
@Component
class Demo {
    private static final Logger log = LoggerFactory.getLogger(Demo.class);

    private final ParleySettings parley;
    private final DemoSimulator simulator;
    private final Users users;
    private final DemoToken token;
    private final DemoPages pages;
    private final DemoSignIns signIns;

    Demo(
            ParleySettings parley,
            DemoSimulator simulator,
            Users users,
            DemoToken token,
            DemoPages pages,
            DemoSignIns signIns) {
        this.parley = parley;
        this.simulator = simulator;
        this.users = users;
        this.token = token;
        this.pages = pages;
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
        DemoUsers.OTHERS.forEach(this::ensure);
        var state = simulator.state();
        var app = state.apps().getFirst();
        var account = simulator.retry(() -> pages.setUp(app, state, admin));
        var page =
                state.pages().stream()
                        .filter(one -> one.appId().equals(app.id()))
                        .findFirst()
                        .orElseThrow();
        var key = token.keep(signIns.apiToken(), admin);
        signIns.write(account, page, key);
        log.info("The demo is set up; the sign-ins are in {}", signIns.file());
    }

    private UserId ensure(DemoUsers.Person person) {
        return users.ensure(
                person.signInName(), person.displayName(), person.password(), person.roles());
    }
}
