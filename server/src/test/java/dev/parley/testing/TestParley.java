package dev.parley.testing;

import static dev.parley.platform.Columns.utc;
import static org.awaitility.Awaitility.await;

import dev.parley.Parley;
import dev.parley.background.Pump;
import dev.parley.identity.Role;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.graph.CallbackRegistration;
import dev.parley.messenger.graph.Subscription;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.texting.Texting;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.Workstreams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole Parley with the simulator as its Messenger. One server is used by all stories of a
/// run; it is emptied before each.
public final class TestParley implements AutoCloseable {
    /// Shared by all users.
    public static final String PASSWORD = "a password for stories";

    /// In the first round events are processed, in the second conversations are distributed and
    /// replies sent, in the third their echoes are processed.
    private static final int SETTLING_ROUNDS = 3;

    private static final String BEING_SENT =
            "select count(*) from outgoing_message where state = 'SENDING'";

    private final Simulator simulator = Simulator.start();
    private final MailServer mailServer = new MailServer();
    private final List<Desk> desks = new CopyOnWriteArrayList<>();
    private final int port = Ports.free();
    private final ConfigurableApplicationContext context;
    private final UserId administrator;
    private final MessagingAccount account;

    /// {@return a server for one test alone, which may leave it in any state, and must close it}
    /// The simulator delivers nothing to it.
    public static TestParley standalone() {
        return new TestParley();
    }

    TestParley() {
        var pool = TestPostgres.freshDatabase();
        context =
                new SpringApplicationBuilder(Parley.class, TurnedByHand.class, Texting.Parts.class)
                        .registerShutdownHook(false)
                        .run(
                                "--server.port=" + port,
                                "--parley.mode=serve",
                                "--parley.public-url=http://localhost:" + port,
                                "--parley.data=" + Path.of("target", "parley-" + port),
                                "--parley.database.url=" + pool.getJdbcUrl(),
                                "--parley.database.user=" + pool.getUsername(),
                                "--parley.database.password=" + pool.getPassword(),
                                "--parley.messenger.graph-url=" + simulator.url(),
                                "--parley.messenger.read-timeout=4s",
                                "--parley.messenger.check-timeout=3s",
                                "--parley.customer.profiles-per-second=1000",
                                "--parley.outbox.first-look-up=200ms",
                                "--parley.outbox.not-sent-after=5s",
                                "--parley.catch-up.check-every=365d",
                                "--parley.catch-up.wait-for-retries=0s",
                                "--parley.doctor.settle-after=0s",
                                "--parley.mail.host=localhost",
                                "--parley.mail.port=" + mailServer.port(),
                                "--parley.mail.tls=none",
                                "--parley.mail.from=parley@example.com",
                                "--parley.mail.to=operators@example.com");
        pool.close();
        administrator = user("administrator", "Alex", Role.ADMINISTRATOR);
        account = connect();
    }

    public Simulator simulator() {
        return simulator;
    }

    /// {@return the mail server of its operators}
    public MailServer mailServer() {
        return mailServer;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public String webhookUrl() {
        return url() + account.callbackPath();
    }

    public MessagingAccount account() {
        return account;
    }

    /// {@return the id of the page that stories use}
    public String page() {
        return simulator.state().path("pages").path(0).path("id").asString();
    }

    /// {@return the id of another page of the same account}
    public String secondPage() {
        return simulator.state().path("pages").path(1).path("id").asString();
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T part(Class<T> type, String name) {
        return context.getBean(name, type);
    }

    /// {@return the user for set-up steps that need one}
    public UserId anyUser() {
        return administrator;
    }

    public JdbcClient database() {
        return part(JdbcClient.class);
    }

    public long count(String sql) {
        return database().sql(sql).query(Long.class).single();
    }

    /// A new customer, who can write to all pages.
    public TestCustomer customer(String name) {
        var id = simulator.post("/simulator/people", Map.of("name", name));
        return new TestCustomer(this, name, id.path("id").asString());
    }

    /// An agent with an open desk.
    public Desk agent(String name) {
        return desk(name, Role.AGENT);
    }

    public Desk desk(String name, Role... roles) {
        var user = user(name, roles);
        var desk = new Desk(this, user.signInName, user.password);
        desks.add(desk);
        return desk;
    }

    /// A user who can sign in.
    public Login user(String name, Role... roles) {
        var signInName = name.toLowerCase(Locale.ROOT);
        user(signInName, name, roles);
        return new Login(signInName, PASSWORD);
    }

    public void timePasses(Duration by) {
        part(TurnableClock.class).turn(by);
        simulator.put("/simulator/clock", Map.of("advance", by.toString()));
    }

    /// Time passes while the agents keep their desks open.
    public void timePassesAtTheDesks(Duration by) {
        var lostAgents = part(Pump.class, "lostAgentsPump");
        var before = part(TurnableClock.class).instant();
        lostAgents.stop();
        try {
            timePasses(by);
            database()
                    .sql("update agent set seen_at = :now where seen_at > :open")
                    .param("now", utc(part(TurnableClock.class).instant()))
                    .param("open", utc(before.minus(Duration.ofMinutes(2))))
                    .update();
        } finally {
            lostAgents.start();
        }
    }

    /// Waits until so many envelopes are processed, which must be all that were delivered.
    public void handled(int count) {
        until(count + " are processed", Duration.ofSeconds(90), () -> handled() == count);
    }

    /// {@return how many envelopes were processed without failing}
    public int handled() {
        return (int)
                count(
                        """
                        select count(*)
                          from envelope
                         where not exists (select 1 from waiting_envelope waiting
                                            where waiting.id = envelope.id)
                           and not exists (select 1 from dead_letter
                                            where envelope_id = envelope.id and settled_at is null)
                        """);
    }

    /// Runs all due work until nothing is left. A story settles before it asserts that something
    /// did not happen: otherwise it could pass because Parley had not processed it yet.
    public void settle() {
        var pumps =
                context.getBeansOfType(Pump.class).values().stream()
                        .filter(Pump::isRunning)
                        .toList();
        pumps.forEach(Pump::stop);
        try {
            for (var round = 0; round < SETTLING_ROUNDS; round++) {
                until("webhooks are delivered", () -> simulator.webhooks("pending").isEmpty());
                pumps.forEach(Pump::drain);
                until("nothing is being sent", () -> count(BEING_SENT) == 0);
            }
        } finally {
            pumps.forEach(Pump::start);
        }
    }

    /// While the action runs, the inbox stores incoming events, but does not process them.
    public void withInboxPaused(Runnable action) {
        var pump = context.getBean("inboxPump", Pump.class);
        pump.stop();
        try {
            action.run();
        } finally {
            pump.start();
        }
    }

    public void messageTag(boolean on) {
        part(Workstreams.class)
                .setUp(
                        FacebookChannel.KIND,
                        page(),
                        new InstanceFeatures(on, true, true),
                        anyUser());
    }

    /// Waits until this holds: Parley acts at once, but on another thread.
    public void until(String what, Callable<Boolean> holds) {
        until(what, Duration.ofSeconds(60), holds);
    }

    public void until(String what, Duration limit, Callable<Boolean> holds) {
        await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(limit)
                .until(holds);
    }

    /// Users are kept across stories; each story reuses existing ones.
    private UserId user(String signInName, String name, Role... roles) {
        var wanted = Set.of(roles);
        var id = part(Users.class).ensure(signInName, name, PASSWORD, wanted);
        database()
                .sql(
                        """
                        update user_account
                           set administrator = :administrator, supervisor = :supervisor,
                               agent = :agent, active = true
                         where id = :id
                        """)
                .param("administrator", wanted.contains(Role.ADMINISTRATOR))
                .param("supervisor", wanted.contains(Role.SUPERVISOR))
                .param("agent", wanted.contains(Role.AGENT))
                .param("id", id.value())
                .update();
        return id;
    }

    private MessagingAccount connect() {
        var state = simulator.state();
        var app = state.path("apps").path(0);
        var created =
                part(MessagingAccounts.class)
                        .create(
                                "Sunny Tea",
                                app.path("id").asString(),
                                new Secret(app.path("secret").asString()),
                                administrator);
        for (var page : state.path("pages")) {
            part(FacebookPages.class)
                    .add(
                            created.id(),
                            page.path("id").asString(),
                            page.path("name").asString(),
                            new Secret(page.path("token").asString()),
                            administrator);
        }
        return created;
    }

    @Override
    public void close() {
        context.close();
        simulator.stop();
        mailServer.close();
    }

    void empty() {
        desks.forEach(Desk::closes);
        desks.clear();
        part(TurnableClock.class).turnBack();
        simulator.post("/simulator/reset", Map.of());
        mailServer.empty();
        part(CallbackRegistration.class).register(account);
        for (var page : simulator.state().path("pages")) {
            mustSubscribe(page.path("id").asString());
        }
        // Only now: checks that ran until then found the page without a subscription.
        deleteMessages();
        forgetTheFuture();
        forgetSettings();
        nothingIsToBeFetched();
        messageTag(false);
    }

    /// Deletes all messages and conversations. Waits for work that still uses them.
    public void deleteMessages() {
        withInboxPaused(() ->
                await("the tables to be free")
                        .ignoreException(PessimisticLockingFailureException.class)
                        .until(this::truncate));
    }

    /// Otherwise audit entries from a story with a later clock would stay the latest permanently.
    private void forgetTheFuture() {
        database()
                .sql("delete from audit_entry where at > :now")
                .param("now", part(TurnableClock.class).instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// One workstream, one queue, and no page set up: as after the first start.
    private void forgetSettings() {
        database().sql("update user_account set language = null").update();
        database().sql("delete from saved_view").update();
        database().sql("delete from view_order").update();
        database().sql("delete from masking_rule where kind = 'EXPRESSION'").update();
        database()
                .sql(
                        """
                        update masking_rule
                           set customer = true, agent = true, active = kind <> 'EMAIL'
                        """)
                .update();
        database().sql("update masking_state set changes = changes + 1").update();
        database().sql("update transcript_setting set access = 'SUPERVISORS'").update();
        database().sql("truncate monitoring_notice cascade").update();
        database().sql("delete from canned_answer").update();
        database().sql("delete from macro").update();
        database().sql("delete from disposition_code").update();
        database().sql("delete from contact_field").update();
        database().sql("truncate tag cascade").update();
        database().sql("update tag_setting set agents_create = true, revision = 1").update();
        database().sql("delete from canned_answer_import").update();
        database().sql("delete from workstream_notification").update();
        database().sql("delete from time_out_rule").update();
        database().sql("delete from notification_template where not is_default").update();
        database()
                .sql(
                        """
                        update notification_template
                           set countdown_seconds = 120, may_decline = true, auto_assign = false,
                               desktop = 'BACKGROUND'
                        """)
                .update();
        database().sql("delete from alert_settings").update();
        database().sql("delete from channel_instance").update();
        database().sql("update workstream set is_default = false").update();
        database()
                .sql(
                        """
                        update workstream
                           set name = 'Facebook', is_default = true, capacity = 20,
                               close_waiting_after_seconds = 28 * 24 * 3600,
                               wrap_up_block = 'ALWAYS', wrap_up_minutes = null,
                               presences = '{AVAILABLE,BUSY}', keep_same_agent = true,
                               disposition = 'OPTIONAL',
                               fallback_queue_id = (select id from queue where is_default)
                         where id = (select min(id::text)::uuid from workstream)
                        """)
                .update();
        database().sql("delete from workstream where not is_default").update();
        database().sql("delete from queue where not is_default").update();
        database().sql("update queue set priority = 100, method = 'HIGHEST_CAPACITY'").update();
    }

    private void nothingIsToBeFetched() {
        database()
                .sql(
                        "update page_watch set wanted = false, since = null, until = null, cursor = null")
                .update();
    }

    private boolean truncate() {
        database()
                .sql(
                        """
                        truncate conversation, message, outgoing_message, outgoing_reaction, send_block,
                                 search_entry, search_customer, search_pending,
                                 offer, work_item, consult,
                                 agent, customer, social_profile, envelope, dead_letter,
                                 round_robin_turn, page_notice, page_history, page_alert, test_message,
                                 webhook_contact, email, privacy_request, contact_merge
                        cascade
                        """)
                .update();
        return true;
    }

    private void mustSubscribe(String page) {
        var answer = part(Subscriptions.class).subscribePage(page);
        if (!(answer instanceof Subscription.Subscribed)) {
            throw new IllegalStateException("Page %s: %s".formatted(page, answer));
        }
    }

    public record Login(String signInName, String password) {}

    /// No `@Configuration`: other servers of a run would load it with their own parts.
    static class TurnedByHand {
        @Bean
        @Primary
        TurnableClock turnableClock() {
            return new TurnableClock();
        }

        @Bean
        static Statements statements() {
            return new Statements();
        }

        @Bean
        static BeanPostProcessor overhearing(ObjectProvider<Statements> statements) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource database
                            ? statements.getObject().around(database)
                            : bean;
                }
            };
        }
    }
}
