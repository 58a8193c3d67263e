package dev.parley.demo;

import dev.parley.conversation.Conversation.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// When sample conversations ended, or went on last: a few of them today, the others spread over
/// six weeks, in the hours in which the shops are open.
final class SampleSchedule {
    private static final ZoneId ZONE = ZoneId.of("Asia/Taipei");
    private static final int ALL = 300;
    private static final int DAYS = 42;
    private static final LocalTime OPENING = LocalTime.of(9, 30);
    private static final Duration OPEN_FOR = Duration.ofHours(11);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Instant now;
    private final RandomGenerator random;
    private final List<Slot> slots = new ArrayList<>();

    private SampleSchedule(Instant now, RandomGenerator random) {
        this.now = now;
        this.random = random;
    }

    /// {@return the conversations to be made up, the oldest first}
    static List<Slot> before(Instant now, RandomGenerator random) {
        var schedule = new SampleSchedule(now, random);
        schedule.add(3, State.OPEN, 4, 45);
        schedule.add(5, State.ACTIVE, 2, 40);
        schedule.add(11, State.WAITING, 50, 30 * 60);
        schedule.addSnoozed(6);
        schedule.add(6, State.CLOSED, 70, 6 * 60);
        for (var rest = ALL - schedule.slots.size(); rest > 0; rest--) {
            schedule.addClosed(1 + rest % DAYS);
        }
        return schedule.slots.stream().sorted(Comparator.comparing(Slot::lastAt)).toList();
    }

    private void add(int count, State state, int minutesAgo, int atMostMinutesAgo) {
        for (var rest = count; rest > 0; rest--) {
            slots.add(new Slot(state, ago(minutesAgo, atMostMinutesAgo), null));
        }
    }

    private void addSnoozed(int count) {
        for (var days = 1; days <= count; days++) {
            var until = now.atZone(ZONE).toLocalDate().plusDays(days).atTime(MORNING).atZone(ZONE);
            slots.add(new Slot(State.WAITING, ago(90, 40 * 60), until.toInstant()));
        }
    }

    private void addClosed(int daysAgo) {
        var at =
                now.atZone(ZONE)
                        .toLocalDate()
                        .minusDays(daysAgo)
                        .atTime(OPENING)
                        .atZone(ZONE)
                        .plusSeconds(random.nextLong(OPEN_FOR.toSeconds()))
                        .toInstant();
        var lately = now.minus(Duration.ofMinutes(70));
        slots.add(new Slot(State.CLOSED, at.isBefore(lately) ? at : lately, null));
    }

    private Instant ago(int minutes, int atMostMinutes) {
        return now.minusSeconds(random.nextLong(minutes * 60L, atMostMinutes * 60L));
    }

    /// @param lastAt when its last message was written
    record Slot(State state, Instant lastAt, @Nullable Instant snoozedUntil) {}
}
