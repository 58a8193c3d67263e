package dev.parley.simulator.control;

import static java.util.Objects.requireNonNullElse;

import dev.parley.simulator.webhook.Attempt;
import dev.parley.simulator.webhook.Delivery;
import dev.parley.simulator.webhook.WebhookDelivery;
import dev.parley.simulator.webhook.WebhookRelease;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lists webhooks, and holds, reorders and repeats them.
@RestController
@RequestMapping("/simulator/webhooks")
class WebhooksController {
    /// One webhook with every attempt.
    record WebhookView(
            String id,
            String app,
            String page,
            @Nullable String psid,
            String field,
            String body,
            String signature,
            String state,
            List<AttemptView> attempts) {}

    /// One attempt.
    record AttemptView(long at, int status, long millis, @Nullable String error) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.at().toEpochMilli(),
                    attempt.status(),
                    attempt.millis(),
                    attempt.error());
        }
    }

    private final WebhookDelivery webhooks;

    WebhooksController(WebhookDelivery webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    List<WebhookView> log(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "20000") int limit) {
        var all =
                webhooks.log().stream()
                        .filter(one -> state == null || state.equals(state(one)))
                        .toList();
        return all.stream()
                .skip(Math.max(0, all.size() - limit))
                .map(WebhooksController::view)
                .toList();
    }

    @PostMapping("/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hold() {
        webhooks.hold();
    }

    @PostMapping("/release")
    Map<String, Integer> release(
            @RequestBody(required = false) ControlRequests.@Nullable Release request) {
        var released = request == null ? arranged("asIs", 1, 0) : arranged(request);
        return Map.of("released", webhooks.release(released));
    }

    @PostMapping("/retry")
    Map<String, Integer> retry() {
        return Map.of("woken", webhooks.wake());
    }

    @PostMapping("/{id}/repeat")
    ResponseEntity<WebhookView> repeat(@PathVariable String id) {
        return ResponseEntity.of(webhooks.repeat(id).map(WebhooksController::view));
    }

    private static WebhookRelease arranged(ControlRequests.Release request) {
        return arranged(
                requireNonNullElse(request.order(), "asIs"),
                ControlLookup.within("times", requireNonNullElse(request.times(), 1), 1, 10),
                requireNonNullElse(request.seed(), 0L));
    }

    private static WebhookRelease arranged(String order, int times, long seed) {
        return switch (order) {
            case "asIs" -> new WebhookRelease(WebhookRelease.Order.AS_IS, times, seed);
            case "reversed" -> new WebhookRelease(WebhookRelease.Order.REVERSED, times, seed);
            case "shuffled" -> new WebhookRelease(WebhookRelease.Order.SHUFFLED, times, seed);
            default -> throw ControlLookup.bad("`order` must be asIs, reversed or shuffled");
        };
    }

    private static WebhookView view(Delivery delivery) {
        var first = delivery.first();
        return new WebhookView(
                delivery.id(),
                first.app().id(),
                first.page().id(),
                first.psid(),
                first.field(),
                delivery.text(),
                delivery.signature(first.app().secret()),
                state(delivery),
                delivery.attempts().stream().map(AttemptView::of).toList());
    }

    static String state(Delivery delivery) {
        return delivery.state().name().toLowerCase(Locale.ROOT);
    }
}
