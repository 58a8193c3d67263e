package dev.parley.desk.view;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// The times until which an agent can snooze a conversation, in the agent's time zone.
public enum SnoozeTime {
    ONE_HOUR,
    THREE_HOURS,
    TOMORROW,
    NEXT_WEEK;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /// {@return when it ends, if it begins now}
    public Instant from(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        return switch (this) {
            case ONE_HOUR -> now.plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
            case THREE_HOURS -> now.plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);
            case TOMORROW -> morning(local.plusDays(1));
            case NEXT_WEEK -> morning(local.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        };
    }

    private static Instant morning(ZonedDateTime day) {
        return day.with(MORNING).toInstant();
    }

    /// {@return the time of one of these by its name, or of a date and time as a browser sends it}
    public static Optional<Instant> read(String text, Instant now, ZoneId zone) {
        for (var time : values()) {
            if (time.name().equals(text)) {
                return Optional.of(time.from(now, zone));
            }
        }
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
