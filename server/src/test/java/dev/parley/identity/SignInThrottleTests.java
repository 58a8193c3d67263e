package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.platform.Ids;
import dev.parley.platform.database.PostgresForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
        database = PostgresForTests.freshDatabase();
        Flyway.configure().dataSource(database).load().migrate();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theWaitEndsAFullWindowAfterTheFirstFailure() {
        for (var attempt = 0; attempt < SignInThrottle.PER_NAME; attempt++) {
            assertThat(at(NINE).begin("ann", "10.0.0." + attempt)).isEqualTo(Duration.ZERO);
        }
        var later = NINE.plus(Duration.ofMinutes(5));

        assertThat(at(later).begin("Ann", "10.0.0.9")).isEqualTo(Duration.ofMinutes(10));
        assertThat(at(NINE.plus(SignInThrottle.WINDOW)).begin("ann", "10.0.0.9"))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void anAddressThatTriesManyNamesMustWaitToo() {
        for (var attempt = 0; attempt < SignInThrottle.PER_ADDRESS; attempt++) {
            assertThat(at(NINE).begin("name" + attempt, "10.1.1.1")).isEqualTo(Duration.ZERO);
        }

        assertThat(at(NINE).begin("another", "10.1.1.1")).isPositive();
        assertThat(at(NINE).begin("another", "10.1.1.2")).isEqualTo(Duration.ZERO);
    }

    @Test
    void oneSubscriberOfIpv6IsOneAddress() {
        for (var attempt = 0; attempt < SignInThrottle.PER_ADDRESS; attempt++) {
            at(NINE).begin("v6-" + attempt, "2001:db8:0:1::" + attempt);
        }

        assertThat(at(NINE).begin("v6", "2001:db8:0:1:ffff::1")).isPositive();
        assertThat(at(NINE).begin("v6", "2001:db8:0:2::1")).isEqualTo(Duration.ZERO);
    }

    @Test
    void successClearsTheFailuresOfTheName() {
        for (var attempt = 0; attempt < SignInThrottle.PER_NAME; attempt++) {
            at(NINE).begin("eve", "10.2.2.2");
        }
        at(NINE).succeeded("eve", "10.2.2.2");

        assertThat(at(NINE).begin("eve", "10.2.2.2")).isEqualTo(Duration.ZERO);
    }

    @Test
    void anAddressThatMustWaitLocksNoOtherUserOut() {
        for (var attempt = 0; attempt <= SignInThrottle.PER_ADDRESS; attempt++) {
            at(NINE).begin("stranger" + attempt, "10.3.3.3");
        }
        for (var attempt = 0; attempt < 3 * SignInThrottle.PER_NAME; attempt++) {
            assertThat(at(NINE).begin("victim", "10.3.3.3")).isPositive();
        }

        assertThat(at(NINE).begin("victim", "10.3.3.4")).isEqualTo(Duration.ZERO);
    }

    @Test
    void aClockThatIsSetBackExtendsNoWaitBeyondTheWindow() {
        for (var attempt = 0; attempt <= SignInThrottle.PER_NAME; attempt++) {
            at(NINE).begin("cleo", "10.4.4." + attempt);
        }
        var twoDaysBefore = NINE.minus(Duration.ofDays(2));

        assertThat(at(twoDaysBefore).begin("cleo", "10.4.4.9")).isEqualTo(SignInThrottle.WINDOW);
        assertThat(at(twoDaysBefore.plus(SignInThrottle.WINDOW)).begin("cleo", "10.4.4.9"))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void aNewPasswordCanBeUsedAtOnce() {
        var gus = new UserId(Ids.next());
        for (var attempt = 0; attempt <= SignInThrottle.PER_NAME; attempt++) {
            at(NINE).begin("gus", "10.5.5." + attempt);
            at(NINE).beginConfirming(gus);
        }
        assertThat(at(NINE).beginConfirming(gus)).isPositive();
        at(NINE).passwordReset(gus, "Gus");

        assertThat(at(NINE).begin("gus", "10.5.5.9")).isEqualTo(Duration.ZERO);
        assertThat(at(NINE).beginConfirming(gus)).isEqualTo(Duration.ZERO);
    }

    private static SignInThrottle at(Instant now) {
        return new SignInThrottle(JdbcClient.create(database), Clock.fixed(now, ZoneOffset.UTC));
    }
}
