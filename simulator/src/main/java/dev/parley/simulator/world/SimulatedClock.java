package dev.parley.simulator.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/// The simulator's clock: real time plus an offset, so that it always runs and can be set.
@Component
public class SimulatedClock extends Clock implements Resettable {
    private final Clock real;
    private volatile Duration offset = Duration.ZERO;

    public SimulatedClock() {
        this(Clock.systemUTC());
    }

    private SimulatedClock(Clock real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    public Duration offset() {
        return offset;
    }

    public synchronized void advance(Duration by) {
        offset = offset.plus(by);
    }

    public synchronized void setTo(Instant at) {
        offset = Duration.between(real.instant(), at);
    }

    public synchronized void live() {
        offset = Duration.ZERO;
    }

    @Override
    public void reset() {
        live();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
