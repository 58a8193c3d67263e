package dev.parley.desk.view;

import dev.parley.platform.language.Keys;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.PageFrame;
import dev.parley.team.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The texts of the desk, in an agent's language and relative to one point in time.
///
/// @param icons the URL of the file with the desk's icons
public record DeskTexts(Texts texts, Instant now, String icons) {
    public static DeskTexts of(PageFrame frame, Instant now) {
        return new DeskTexts(frame.t(), now, frame.asset("img/icons.svg"));
    }

    public String text(String key, Object... arguments) {
        return texts.text("desk." + key, arguments);
    }

    public String count(String key, long number) {
        return texts.count("desk." + key, number);
    }

    /// {@return *12 min*: shorter than *12 min ago*, for lists}
    public String age(Instant at) {
        var passed = Duration.between(at, now);
        if (passed.toMinutes() < 1) {
            return text("time.now");
        }
        if (passed.toHours() < 1) {
            return text("time.minutes", passed.toMinutes());
        }
        if (passed.toDays() < 1) {
            return text("time.hours", passed.toHours());
        }
        if (passed.toDays() < 7) {
            return text("time.days", passed.toDays());
        }
        return dated("day.short", LocalDate.ofInstant(at, texts.zone()));
    }

    /// {@return the time if it is today, otherwise the day with the time, for lists}
    public String until(Instant at) {
        var day = LocalDate.ofInstant(at, texts.zone());
        return day.equals(LocalDate.ofInstant(now, texts.zone()))
                ? texts.time(at)
                : text("day.time", dated("day.short", day), texts.time(at));
    }

    /// {@return how long a window stays open, in words}
    public String left(Instant closesAt) {
        return text("window.left", texts.span(Duration.between(now, closesAt)));
    }

    /// {@return *Today*, *Yesterday*, or the date with its weekday}
    public String day(LocalDate day) {
        var today = LocalDate.ofInstant(now, texts.zone());
        if (day.equals(today)) {
            return text("day.today");
        }
        if (day.equals(today.minusDays(1))) {
            return text("day.yesterday");
        }
        return dated(day.getYear() == today.getYear() ? "day.long" : "day.longYear", day);
    }

    private String dated(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(text(pattern), Locale.forLanguageTag(texts.tag()))
                .format(day);
    }

    public String bytes(long bytes) {
        if (bytes < 1_000) {
            return text("bytes", bytes);
        }
        var kilobytes = (bytes + 500) / 1_000;
        return kilobytes < 1_000
                ? text("kilobytes", kilobytes)
                : text("megabytes", "%.1f".formatted(bytes / 1e6));
    }

    /// {@return the name of a locale such as `zh_TW` in the agent's language; null for null}
    public @Nullable String language(@Nullable String tag) {
        return tag == null
                ? null
                : Locale.forLanguageTag(tag.replace('_', '-'))
                        .getDisplayName(Locale.forLanguageTag(texts.tag()));
    }

    /// {@return its name in a text key or a class name, such as `do-not-disturb`}
    public String word(Presence presence) {
        return Keys.word(presence.name());
    }
}
