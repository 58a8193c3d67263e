package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.platform.Ids;
import dev.parley.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInThrottleTests {
    static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    static HikariDataSource database;

    @BeforeAll
    static void start() {
        database = TestPostgres.freshDatabase();
        Flyway.configure().dataSource(database).load().migrate();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theWaitEndsAFullWindowAfterTheFirstFailure() {
        for (var attempt = 0; attempt < SignInThrottle.PER_NAME; attempt++) {
            assertThat(at(NINE).begin("ann", from("10.0.0." + attempt))).isEqualTo(Duration.ZERO);
        }
        var later = NINE.plus(Duration.ofMinutes(5));

        assertThat(at(later).begin("Ann", from("10.0.0.9"))).isEqualTo(Duration.ofMinutes(10));
        assertThat(at(NINE.plus(SignInThrottle.WINDOW)).begin("ann", from("10.0.0.9")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void anAddressThatTriesManyNamesMustWaitToo() {
        for (var attempt = 0; attempt < SignInThrottle.PER_ADDRESS; attempt++) {
            assertThat(at(NINE).begin("name" + attempt, from("10.1.1.1"))).isEqualTo(Duration.ZERO);
        }

        assertThat(at(NINE).begin("another", from("10.1.1.1"))).isPositive();
        assertThat(at(NINE).begin("another", from("10.1.1.2"))).isEqualTo(Duration.ZERO);
    }

    @Test
    void oneSubscriberOfIpv6IsOneAddress() {
        for (var attempt = 0; attempt < SignInThrottle.PER_ADDRESS; attempt++) {
            at(NINE).begin("v6-" + attempt, from("2001:db8:0:1::" + attempt));
        }

        assertThat(at(NINE).begin("v6", from("2001:db8:0:1:ffff::1"))).isPositive();
        assertThat(at(NINE).begin("v6", from("2001:db8:0:2::1"))).isEqualTo(Duration.ZERO);
    }

    @Test
    void successClearsTheFailuresOfTheName() {
        for (var attempt = 0; attempt < SignInThrottle.PER_NAME; attempt++) {
            at(NINE).begin("eve", from("10.2.2.2"));
        }
        at(NINE).succeeded(user("eve"), "eve", from("10.2.2.2"));

        assertThat(at(NINE).begin("eve", from("10.2.2.2"))).isEqualTo(Duration.ZERO);
    }

    @Test
    void anAddressThatMustWaitLocksNoOtherUserOut() {
        for (var attempt = 0; attempt <= SignInThrottle.PER_ADDRESS; attempt++) {
            at(NINE).begin("stranger" + attempt, from("10.3.3.3"));
        }
        for (var attempt = 0; attempt < 3 * SignInThrottle.PER_NAME; attempt++) {
            assertThat(at(NINE).begin("victim", from("10.3.3.3"))).isPositive();
        }

        assertThat(at(NINE).begin("victim", from("10.3.3.4"))).isEqualTo(Duration.ZERO);
    }

    @Test
    void aClockThatIsSetBackExtendsNoWaitBeyondTheWindow() {
        for (var attempt = 0; attempt <= SignInThrottle.PER_NAME; attempt++) {
            at(NINE).begin("cleo", from("10.4.4." + attempt));
        }
        var twoDaysBefore = NINE.minus(Duration.ofDays(2));

        assertThat(at(twoDaysBefore).begin("cleo", from("10.4.4.9")))
                .isEqualTo(SignInThrottle.WINDOW);
        assertThat(at(twoDaysBefore.plus(SignInThrottle.WINDOW)).begin("cleo", from("10.4.4.9")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void aNewPasswordCanBeUsedAtOnce() {
        var gus = new UserId(Ids.next());
        for (var attempt = 0; attempt <= SignInThrottle.PER_NAME; attempt++) {
            at(NINE).begin("gus", from("10.5.5." + attempt));
            at(NINE).beginConfirming(gus);
        }
        assertThat(at(NINE).beginConfirming(gus)).isPositive();
        at(NINE).passwordReset(gus, "Gus");

        assertThat(at(NINE).begin("gus", from("10.5.5.9"))).isEqualTo(Duration.ZERO);
        assertThat(at(NINE).beginConfirming(gus)).isEqualTo(Duration.ZERO);
    }

    @Test
    void strangersDoNotLockOutAKnownBrowser() {
        var device = knownTo("hal");
        for (var attempt = 0; attempt <= SignInThrottle.PER_NAME; attempt++) {
            at(NINE).begin("hal", from("10.6.6." + attempt));
        }
        for (var attempt = 0; attempt <= SignInThrottle.PER_ADDRESS; attempt++) {
            at(NINE).begin("other" + attempt, from("10.6.7.1"));
        }

        assertThat(at(NINE).begin("hal", from("10.6.6.9"))).isPositive();
        assertThat(at(NINE).begin("Hal ", new SignInOrigin("10.6.7.1", List.of(device))))
                .isEqualTo(Duration.ZERO);
        at(NINE).succeeded(user("hal"), "hal", new SignInOrigin("10.6.7.1", List.of(device)));
        assertThat(at(NINE).begin("hal", from("10.6.6.9"))).as("still for strangers").isPositive();
    }

    @Test
    void guessingInAKnownBrowserMustWaitAloneAndForThisNameOnly() {
        var thief = new SignInOrigin("10.7.7.1", List.of(knownTo("ida")));
        for (var attempt = 0; attempt < SignInThrottle.PER_NAME; attempt++) {
            assertThat(at(NINE).begin("ida", thief)).isEqualTo(Duration.ZERO);
        }

        assertThat(at(NINE).begin("ida", thief)).isPositive();
        assertThat(at(NINE).begin("ida", from("10.7.7.2"))).isEqualTo(Duration.ZERO);
        for (var attempt = 0; attempt <= SignInThrottle.PER_NAME; attempt++) {
            at(NINE).begin("jan", from("10.7.8." + attempt));
        }
        assertThat(at(NINE).begin("jan", new SignInOrigin("10.7.7.3", thief.devices())))
                .as("not known to Jan")
                .isPositive();
    }

    @Test
    void aSharedBrowserIsKnownToEachOfItsUsers() {
        var both = new SignInOrigin("10.7.9.1", List.of(knownTo("ned"), knownTo("oda")));
        for (var name : List.of("ned", "oda")) {
            for (var attempt = 0; attempt <= SignInThrottle.PER_NAME; attempt++) {
                at(NINE).begin(name, from("10.7.9." + attempt));
            }
            assertThat(at(NINE).begin(name, both)).isEqualTo(Duration.ZERO);
            assertThat(both.devices()).contains(at(NINE).succeeded(user(name), name, both));
        }
    }

    /// U+0130: PostgreSQL and Java disagree on its small letter.
    @Test
    void anotherSpellingOfTheSameNameIsTheSameName() {
        var spellings =
                List.of("vivi", "VIVI", "v\u0130vi", "viv\u0130", " vivi ", "V\u0130V\u0130");
        var user = user("vivi");
        for (var spelling : spellings.subList(1, spellings.size())) {
            assertThat(at(NINE).begin(spelling, from("10.7.10.1"))).isEqualTo(Duration.ZERO);
        }
        var matching =
                spellings.stream()
                        .filter(spelling -> isNameOf(spelling, user))
                        .map(spelling -> at(NINE).begin(spelling, from("10.7.10.2")))
                        .toList();
        assertThat(matching).hasSizeGreaterThan(1).allMatch(Duration::isPositive);
    }

    private static boolean isNameOf(String spelling, UserId user) {
        return jdbc().sql(
                        "select lower(sign_in_name) = lower(:name) from user_account where id = :id")
                .param("name", spelling.strip())
                .param("id", user.value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void onlyIdsThatParleyIssuedToThisUserAreKept() {
        var planted = "x".repeat(43);
        var kim = user("kim");
        var given = at(NINE).succeeded(kim, "kim", new SignInOrigin("10.8.8.1", List.of(planted)));

        assertThat(given).hasSize(43).isNotEqualTo(planted);
        var origin = new SignInOrigin("10.8.8.1", List.of(given));
        assertThat(at(NINE).succeeded(kim, "kim", origin)).isEqualTo(given);
        assertThat(at(NINE).succeeded(user("lea"), "lea", origin)).isNotEqualTo(given);
        assertThat(storedInClear(given)).isZero();
    }

    @Test
    void aResetForgetsTheBrowsersAndOldOnesAreForgottenFirst() {
        var max = user("max");
        var oldest = knownTo("max");
        for (var other = 1; other <= KnownDevices.PER_USER; other++) {
            at(NINE.plusSeconds(other)).succeeded(max, "max", from("10.9.9.1"));
        }
        var latest = at(NINE.plusSeconds(60)).succeeded(max, "max", from("10.9.9.1"));
        assertThat(devices(NINE).known(List.of(oldest), "max")).isEmpty();
        assertThat(devices(NINE).known(List.of(latest), "max")).hasValue(latest);

        at(NINE).passwordReset(max, "max");

        assertThat(devices(NINE).known(List.of(latest), "max")).isEmpty();
    }

    /// {@return the id of a browser in which this user has signed in}
    private static String knownTo(String name) {
        return at(NINE).succeeded(user(name), name, from("10.0.0.1"));
    }

    private static int storedInClear(String device) {
        return jdbc().sql(
                        "select count(*)::int from known_device where device_hash = convert_to(:id, 'UTF8')")
                .param("id", device)
                .query(Integer.class)
                .single();
    }

    private static UserId user(String name) {
        jdbc().sql(
                        """
                        insert into user_account (id, sign_in_name, display_name, password_hash,
                                                  administrator, supervisor, agent,
                                                  must_change_password, created_at, changed_at)
                        values (:id, :name, :name, '-', false, false, true, false, now(), now())
                        on conflict do nothing
                        """)
                .param("id", Ids.next())
                .param("name", name)
                .update();
        var id = jdbc().sql("select id from user_account where sign_in_name = ?").param(name);
        return new UserId(id.query(UUID.class).single());
    }

    private static SignInOrigin from(String address) {
        return new SignInOrigin(address, List.of());
    }

    private static SignInThrottle at(Instant now) {
        return new SignInThrottle(jdbc(), devices(now), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static KnownDevices devices(Instant now) {
        return new KnownDevices(jdbc(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static JdbcClient jdbc() {
        return JdbcClient.create(database);
    }
}
