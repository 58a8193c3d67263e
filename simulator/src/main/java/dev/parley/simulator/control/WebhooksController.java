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

/// The log of webhooks, and the means to hold, reorder and repeat them.
@RestController
@RequestMapping("/simulator/webhooks")
class WebhooksController {
    /// One webhook with every attempt.
    record Logged(
            String id,
            String app,
            String page,
            @Nullable String psid,
            String field,
            String body,
            String signature,
            String state,
            List<Tried> attempts) {}

    /// One attempt.
    record Tried(long at, int status, long millis, @Nullable String error) {
        static Tried of(Attempt attempt) {
            return new Tried(
                    attempt.at().toEpochMilli(),
                    attempt.status(),
                    attempt.millis(),
                    attempt.error());
        }
    }

    private final WebhookDelivery post;

    WebhooksController(WebhookDelivery post) {
        this.post = post;
    }

    @GetMapping
    List<Logged> log(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "20000") int limit) {
        var all =
                post.log().stream()
                        .filter(one -> state == null || state.equals(state(one)))
                        .toList();
        return all.stream()
                .skip(Math.max(0, all.size() - limit))
                .map(WebhooksController::logged)
                .toList();
    }

    @PostMapping("/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hold() {
        post.hold();
    }

    @PostMapping("/release")
    Map<String, Integer> release(
            @RequestBody(required = false) ControlRequests.@Nullable LetGo order) {
        var released = order == null ? arranged("asIs", 1, 0) : arranged(order);
        return Map.of("released", post.release(released));
    }

    @PostMapping("/retry")
    Map<String, Integer> retry() {
        return Map.of("woken", post.wake());
    }

    @PostMapping("/{id}/repeat")
    ResponseEntity<Logged> repeat(@PathVariable String id) {
        return ResponseEntity.of(post.repeat(id).map(WebhooksController::logged));
    }

    private static WebhookRelease arranged(ControlRequests.LetGo order) {
        return arranged(
                requireNonNullElse(order.order(), "asIs"),
                ControlLookup.within("times", requireNonNullElse(order.times(), 1), 1, 10),
                requireNonNullElse(order.seed(), 0L));
    }

    private static WebhookRelease arranged(String order, int times, long seed) {
        return switch (order) {
            case "asIs" -> new WebhookRelease(WebhookRelease.Order.AS_IS, times, seed);
            case "reversed" -> new WebhookRelease(WebhookRelease.Order.REVERSED, times, seed);
            case "shuffled" -> new WebhookRelease(WebhookRelease.Order.SHUFFLED, times, seed);
            default -> throw ControlLookup.bad("`order` is asIs, reversed or shuffled");
        };
    }

    private static Logged logged(Delivery delivery) {
        var first = delivery.first();
        return new Logged(
                delivery.id(),
                first.app().id(),
                first.page().id(),
                first.psid(),
                first.field(),
                delivery.text(),
                delivery.signature(first.app().secret()),
                state(delivery),
                delivery.attempts().stream().map(Tried::of).toList());
    }

    static String state(Delivery delivery) {
        return delivery.state().name().toLowerCase(Locale.ROOT);
    }
}
