package dev.parley.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.ChannelRules.SendRate;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.SendLimits.Load;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendLimitsTests {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final Duration QUICKLY = Duration.ofMillis(10);

    private final SendLimits pace = new SendLimits(new SendRate(300, 10));

    @Test
    void threeHundredTextsAreSentAtOnceAndTheRestInTheNextSecond() {
        assertThat(longest(Load.TEXT, 300, NOON)).isZero();
        assertThat(longest(Load.TEXT, 300, NOON))
                .isBetween(Duration.ofMillis(1000), Duration.ofMillis(1100));
    }

    @Test
    void noSecondHasMoreThanTheRateHoweverMuchIsSaved() {
        longest(Load.TEXT, 300, NOON);

        assertThat(longest(Load.TEXT, 1, NOON.plusMillis(900)))
                .isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(pace.wait(Load.TEXT, NOON.plusSeconds(60))).isZero();
    }

    @Test
    void slowRequestsAreGivenTimeToArrive() {
        longest(Load.TEXT, 300, NOON);

        pace.record(Load.TEXT, new Outcome.Accepted("m_1"), Duration.ofMillis(400), NOON);

        assertThat(pace.wait(Load.TEXT, NOON)).isEqualTo(Duration.ofMillis(1400));
    }

    @Test
    void audioAndVideoHaveTheirOwnLimit() {
        assertThat(longest(Load.MEDIA, 15, NOON))
                .isBetween(Duration.ofMillis(1000), Duration.ofMillis(1100));
        assertThat(pace.wait(Load.TEXT, NOON)).isZero();
    }

    @Test
    void aClockThatIsSetBackDelaysNoMessage() {
        var theDayBefore = NOON.minus(Duration.ofDays(1));
        longest(Load.TEXT, 600, NOON);
        assertThat(pace.wait(Load.TEXT, theDayBefore)).isZero();

        pace.applyUsage(99, NOON);
        assertThat(pace.concurrency(8, theDayBefore)).isEqualTo(8);

        for (var failure = 0; failure < 6; failure++) {
            pace.record(Load.TEXT, new Outcome.Unreachable("refused"), QUICKLY, NOON);
        }
        assertThat(pace.concurrency(8, theDayBefore)).isOne();
    }

    @Test
    void fromThreeQuartersUsageItSlowsDownUntilTheUsageExpires() {
        pace.applyUsage(74, NOON);
        assertThat(pace.concurrency(8, NOON)).isEqualTo(8);

        pace.applyUsage(80, NOON);

        assertThat(pace.concurrency(8, NOON)).isEqualTo(2);
        assertThat(longest(Load.TEXT, 300, NOON)).isGreaterThan(Duration.ofSeconds(4));
        assertThat(pace.concurrency(8, NOON.plus(Duration.ofMinutes(6)))).isEqualTo(8);
    }

    @Test
    void repeatedFailuresPauseThePageAndASuccessResumesIt() {
        for (var failure = 0; failure < 4; failure++) {
            pace.record(Load.TEXT, new Outcome.Unreachable("refused"), QUICKLY, NOON);
        }
        assertThat(pace.concurrency(8, NOON)).isEqualTo(8);

        pace.record(Load.TEXT, new Outcome.Unknown("timed out"), QUICKLY, NOON);

        assertThat(pace.concurrency(8, NOON)).isZero();
        assertThat(pace.concurrency(8, NOON.plusSeconds(2))).isOne();
        pace.record(Load.TEXT, new Outcome.Unreachable("refused"), QUICKLY, NOON.plusSeconds(2));
        assertThat(pace.concurrency(8, NOON.plusSeconds(5))).as("longer each time").isZero();
        pace.record(Load.TEXT, new Outcome.Accepted("m_1"), QUICKLY, NOON.plusSeconds(6));
        assertThat(pace.concurrency(8, NOON.plusSeconds(6))).isEqualTo(8);
    }

    private Duration longest(Load load, int times, Instant now) {
        var longest = Duration.ZERO;
        for (var time = 0; time < times; time++) {
            var wait = pace.wait(load, now);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }
}
