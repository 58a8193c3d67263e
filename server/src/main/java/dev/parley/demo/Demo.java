package dev.parley.demo;

import dev.parley.demo.SimulatorState.Page;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.platform.ParleySettings;
import dev.parley.platform.ParleySettings.Mode;
import dev.parley.platform.PublicUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/// Sets up a new server as a demo: users, the simulator's pages, and a file with the sign-ins.
/// Running it again changes nothing but what is no longer valid.
///
/// The mode is checked at run time: the beans are fixed when Parley is built, to shorten the start.
@Component
class Demo {
    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final int TRIES = 120;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String API_TOKEN = "API_TOKEN";

    private final ParleySettings parley;
    private final RestClient simulator;
    private final Users users;
    private final DemoToken token;
    private final DemoPages pages;
    private final PublicUrl publicUrl;
    private final DemoSettings settings;

    Demo(
            ParleySettings parley,
            RestClient.Builder builder,
            Users users,
            DemoToken token,
            DemoPages pages,
            PublicUrl publicUrl,
            DemoSettings settings) {
        this.parley = parley;
        this.simulator = builder.baseUrl(settings.simulatorUrl().toString()).build();
        this.users = users;
        this.token = token;
        this.pages = pages;
        this.publicUrl = publicUrl;
        this.settings = settings;
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
        var state = retry(this::simulatorState);
        var app = state.apps().getFirst();
        var account = retry(() -> pages.setUp(app, state, admin));
        var page =
                state.pages().stream()
                        .filter(one -> one.appId().equals(app.id()))
                        .findFirst()
                        .orElseThrow();
        var key = token.keep(EnvFile.value(settings.envFile(), API_TOKEN), admin);
        EnvFile.write(settings.envFile(), entries(account, page, key));
        log.info("The demo is set up; the sign-ins are in {}", settings.envFile());
    }

    private UserId ensure(DemoUsers.Person person) {
        return users.ensure(
                person.signInName(), person.displayName(), person.password(), person.roles());
    }

    private SimulatorState simulatorState() {
        return Objects.requireNonNull(
                simulator.get().uri("/simulator/state").retrieve().body(SimulatorState.class));
    }

    /// The simulator starts at the same time and may take longer, or be busy.
    private <T> T retry(Supplier<T> call) throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (RuntimeException failure) {
                if (attempt == TRIES) {
                    throw new UncheckedIOException(
                            "The simulator at %s does not respond as expected"
                                    .formatted(settings.simulatorUrl()),
                            new IOException(failure));
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private Map<String, String> entries(MessagingAccount account, Page page, String token) {
        var entries = new LinkedHashMap<String, String>();
        entries.put("PARLEY_URL", publicUrl.of(""));
        entries.put("WEBHOOK_URL", publicUrl.of(account.callbackPath()));
        entries.put("VERIFY_TOKEN", account.verifyToken().reveal());
        entries.put("APP_ID", account.applicationId());
        entries.put("APP_SECRET", account.appSecret().reveal());
        entries.put("PAGE_ID", page.id());
        entries.put("PAGE_TOKEN", page.token());
        entries.put("GRAPH_URL", settings.simulatorUrl().toString());
        entries.put("SIMULATOR_URL", settings.simulatorUrl().toString());
        entries.put(API_TOKEN, token);
        putSignIn(entries, "ADMIN", DemoUsers.ADMIN);
        putSignIn(entries, "AGENT", DemoUsers.AGENT);
        putSignIn(entries, "COLLEAGUE", DemoUsers.COLLEAGUE);
        putSignIn(entries, "SUPERVISOR", DemoUsers.SUPERVISOR);
        return entries;
    }

    private static void putSignIn(Map<String, String> entries, String role, DemoUsers.Person who) {
        entries.put(role + "_USER", who.signInName());
        entries.put(role + "_PASSWORD", who.password());
    }
}
