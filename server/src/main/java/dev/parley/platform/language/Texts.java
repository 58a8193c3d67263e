package dev.parley.platform.language;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts for one reader, in their language and time zone.
///
/// A text may contain `{0}`, `{1}` …; nothing else in it is special, so an apostrophe needs no
/// escaping. Numbers and instants that replace a placeholder are formatted for the reader.
public final class Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Catalogue catalogue;
    private final Language language;
    private final ZoneId zone;
    private final Clock clock;

    Texts(Catalogue catalogue, Language language, ZoneId zone, Clock clock) {
        this.catalogue = catalogue;
        this.language = language;
        this.zone = zone;
        this.clock = clock;
    }

    public Language language() {
        return language;
    }

    /// The tag for `<html lang>`.
    public String tag() {
        return language.tag();
    }

    public ZoneId zone() {
        return zone;
    }

    /// {@return the text of this key with its placeholders filled}
    public String text(String key, Object... arguments) {
        return filled(catalogue.text(language, key), arguments);
    }

    /// {@return the text of this key, or else of the other one}
    public String textOr(String key, String other) {
        var found = catalogue.text(language, key);
        return found.equals(key) ? text(other) : found;
    }

    /// {@return the text `key.one` or `key.other`, whichever fits the number, which is `{0}`}
    public String count(String key, long number) {
        return text(number == 1 ? key + ".one" : key + ".other", number);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    public String date(Instant at) {
        return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), at);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(day);
    }

    /// Hours and minutes only.
    public String time(Instant at) {
        return format(DateTimeFormatter.ofPattern("HH:mm"), at);
    }

    public String dateTime(Instant at) {
        return date(at) + " " + time(at);
    }

    /// The exact time, for the hover of a relative one.
    public String fullDateTime(Instant at) {
        return format(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM), at);
    }

    /// {@return how long ago that was, in words; the date once it is more than a day}
    public String relative(Instant at) {
        var passed = Duration.between(at, clock.instant());
        if (passed.compareTo(A_MINUTE) < 0) {
            return text("common.justNow");
        }
        if (passed.compareTo(AN_HOUR) < 0) {
            return text("common.minutesAgo", passed.toMinutes());
        }
        if (passed.compareTo(A_DAY) < 0) {
            return text("common.hoursAgo", passed.toHours());
        }
        return date(at);
    }

    /// {@return a span in its largest two units, such as *23 h 12 min*; never less than a minute}
    public String span(Duration span) {
        var minutes = Math.max(1, span.toMinutes());
        if (minutes < 60) {
            return text("common.spanMinutes", minutes);
        }
        if (minutes < 24 * 60) {
            return text("common.spanHours", minutes / 60, minutes % 60);
        }
        return text("common.spanDays", minutes / (24 * 60), minutes / 60 % 24);
    }

    /// One pass only: placeholders in arguments are not replaced.
    private String filled(String text, Object[] arguments) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> {
                    var place = Integer.parseInt(found.group(1));
                    var filled =
                            place < arguments.length ? written(arguments[place]) : found.group();
                    return Matcher.quoteReplacement(filled);
                });
    }

    private String written(Object argument) {
        return switch (argument) {
            case Instant at -> dateTime(at);
            case Integer number -> number(number);
            case Long number -> number(number);
            default -> argument.toString();
        };
    }

    private String format(DateTimeFormatter format, Instant at) {
        TemporalAccessor local = at.atZone(zone);
        return format.withLocale(language.locale()).format(local);
    }
}
