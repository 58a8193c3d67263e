package dev.parley.simulator.control;

import dev.parley.simulator.webhook.WebhookDelivery;
import dev.parley.simulator.world.SimulatedClock;
import dev.parley.simulator.world.StateChanged;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The wheel that turns the simulator's time.
@RestController
@RequestMapping("/simulator/clock")
class ClockController {
    private static final Instant EARLIEST = Instant.parse("2004-02-04T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /// Now, and how far that is from the real now.
    record Time(String now, long nowMillis, String offset) {
        static Time of(SimulatedClock clock) {
            var now = clock.instant();
            return new Time(now.toString(), now.toEpochMilli(), clock.offset().toString());
        }
    }

    private final SimulatedClock clock;
    private final WebhookDelivery post;
    private final ApplicationEventPublisher events;

    ClockController(SimulatedClock clock, WebhookDelivery post, ApplicationEventPublisher events) {
        this.clock = clock;
        this.post = post;
        this.events = events;
    }

    @GetMapping
    Time now() {
        return Time.of(clock);
    }

    /// Webhooks that wait for their next attempt are tried at once: their time may have come.
    @PutMapping
    Time turn(@RequestBody ControlRequests.Turn order) {
        if (order.advance() != null) {
            clock.setTo(sensible(clock.instant().plus(Duration.parse(order.advance()))));
        } else if (order.at() != null) {
            clock.setTo(sensible(Instant.parse(order.at())));
        } else {
            clock.live();
        }
        post.wake();
        events.publishEvent(StateChanged.clock());
        return Time.of(clock);
    }

    /// Farther off than that, no date of Meta's means anything.
    private static Instant sensible(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw ControlLookup.bad("The clock goes from %s to %s".formatted(EARLIEST, LATEST));
        }
        return at;
    }

    @ExceptionHandler({DateTimeException.class, ArithmeticException.class})
    ProblemDetail notThatFar(RuntimeException failure) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Not a time: too far off");
    }

    @ExceptionHandler
    ProblemDetail notATime(DateTimeParseException failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Not a time: " + failure.getParsedString());
    }
}
