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

/// Shows and sets the simulator's clock.
@RestController
@RequestMapping("/simulator/clock")
class ClockController {
    private static final Instant EARLIEST = Instant.parse("2004-02-04T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /// The simulated time, and its offset from real time.
    record Time(String now, long nowMillis, String offset) {
        static Time of(SimulatedClock clock) {
            var now = clock.instant();
            return new Time(now.toString(), now.toEpochMilli(), clock.offset().toString());
        }
    }

    private final SimulatedClock clock;
    private final WebhookDelivery webhooks;
    private final ApplicationEventPublisher events;

    ClockController(
            SimulatedClock clock, WebhookDelivery webhooks, ApplicationEventPublisher events) {
        this.clock = clock;
        this.webhooks = webhooks;
        this.events = events;
    }

    @GetMapping
    Time now() {
        return Time.of(clock);
    }

    /// Webhooks that wait for their next attempt are retried immediately: they may be due now.
    @PutMapping
    Time set(@RequestBody ControlRequests.SetClock request) {
        if (request.advance() != null) {
            clock.setTo(checked(clock.instant().plus(Duration.parse(request.advance()))));
        } else if (request.at() != null) {
            clock.setTo(checked(Instant.parse(request.at())));
        } else {
            clock.live();
        }
        webhooks.wake();
        events.publishEvent(StateChanged.clock());
        return Time.of(clock);
    }

    /// Outside of this range, Meta's dates have no meaning.
    private static Instant checked(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw ControlLookup.bad(
                    "The clock can be set from %s to %s".formatted(EARLIEST, LATEST));
        }
        return at;
    }

    @ExceptionHandler({DateTimeException.class, ArithmeticException.class})
    ProblemDetail tooFarOff(RuntimeException failure) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Not a time: too far off");
    }

    @ExceptionHandler
    ProblemDetail notATime(DateTimeParseException failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Not a time: " + failure.getParsedString());
    }
}
