package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTests {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "2, 20", "3, 40", "7, 640", "8, 900", "2147483647, 900"})
    void doublesUpToTheLongestPause(int failures, int seconds) {
        assertThat(backoff.after(failures)).hasSeconds(seconds);
    }
}
