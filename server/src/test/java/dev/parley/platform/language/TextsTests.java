package dev.parley.platform.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTests {
    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    final Languages languages = new Languages(Clock.fixed(NOON, ZoneOffset.UTC));
    final Texts english = languages.texts(Language.ENGLISH, ZoneId.of("Asia/Taipei"));
    final Texts chinese = languages.texts(Language.CHINESE, ZoneId.of("Asia/Taipei"));

    @Test
    void formatsRecentTimesRelativeAndOlderOnesAsADate() {
        assertThat(english.relative(NOON.minusSeconds(20))).isEqualTo("just now");
        assertThat(english.relative(NOON.minus(Duration.ofMinutes(2)))).isEqualTo("2 min ago");
        assertThat(chinese.relative(NOON.minus(Duration.ofHours(3)))).isEqualTo("3 小時前");
        assertThat(english.relative(NOON.minus(Duration.ofDays(3)))).isEqualTo("2 Jan 2026");
    }

    @Test
    void formatsTimesInTheUsersTimeZone() {
        assertThat(english.time(NOON)).isEqualTo("20:00");
        assertThat(english.span(Duration.ofMinutes(23 * 60 + 12))).isEqualTo("23 h 12 min");
    }

    @Test
    void leavesInsertedValuesUnchanged() {
        assertThat(english.text("facebook.page.usedBy", "It's {1}")).contains("“It's {1}”");
        assertThat(english.count("signin.wait", 1)).contains("Wait 1 minute,");
    }

    @Test
    void choosesTheNearestLanguage() {
        assertThat(Language.preferred(List.of(Locale.forLanguageTag("zh-Hant"))))
                .isEqualTo(Language.CHINESE);
        assertThat(Language.preferred(List.of(Locale.GERMAN, Locale.TAIWAN)))
                .isEqualTo(Language.CHINESE);
        assertThat(Language.preferred(List.of(Locale.GERMAN))).isEqualTo(Language.ENGLISH);
    }
}
