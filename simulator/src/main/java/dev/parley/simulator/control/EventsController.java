package dev.parley.simulator.control;

import dev.parley.simulator.webhook.AppEvent;
import dev.parley.simulator.webhook.EventRouting;
import dev.parley.simulator.webhook.WebhookDelivery;
import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Comments;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Ids;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.SimulatedClock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Sends events that nothing in the simulator causes, and webhooks with any content.
@RestController
class EventsController {
    /// @param value the value under the event's key, instead of the sample
    record EventRequest(
            @Nullable String kind,
            @Nullable String page,
            @Nullable String person,
            @Nullable Map<String, Object> value) {}

    /// @param item an item for an entry of the page
    /// @param body the whole body: text is sent unchanged, JSON is escaped as Meta does
    record RawWebhook(
            @Nullable String page,
            @Nullable String person,
            @Nullable String app,
            @Nullable String field,
            @Nullable String place,
            @Nullable Map<String, Object> item,
            @Nullable JsonNode body) {}

    record CommentRequest(
            @Nullable String page,
            @Nullable String person,
            @Nullable String text,
            @Nullable String post) {}

    private final ControlLookup controlLookup;
    private final Directory directory;
    private final EventRouting eventRouting;
    private final WebhookDelivery webhooks;
    private final Comments comments;
    private final SimulatedClock clock;
    private final SampleEvents samples;

    EventsController(
            ControlLookup controlLookup,
            Directory directory,
            EventRouting eventRouting,
            WebhookDelivery webhooks,
            Comments comments,
            SimulatedClock clock,
            SampleEvents samples) {
        this.controlLookup = controlLookup;
        this.directory = directory;
        this.eventRouting = eventRouting;
        this.webhooks = webhooks;
        this.comments = comments;
        this.clock = clock;
        this.samples = samples;
    }

    /// The kinds of events, with a sample of each.
    @GetMapping("/simulator/events")
    Map<String, SampleEvents.Sample> kinds() {
        return samples.all();
    }

    /// Sends the event to all subscribed apps.
    @PostMapping("/simulator/events")
    Map<String, Object> send(@RequestBody EventRequest request) {
        var kind = ControlLookup.required("kind", request.kind());
        var sample =
                samples.find(kind)
                        .orElseThrow(() -> ControlLookup.bad("There is no event " + kind));
        var page = controlLookup.page(request.page());
        var person = sample.sender() ? controlLookup.person(request.person()) : null;
        var item = item(sample, page, person, request.value());
        return Map.of(
                "told",
                eventRouting.send(page, person, sample.field(), sample.place(), item),
                "item",
                item);
    }

    private Map<String, Object> item(
            SampleEvents.Sample sample,
            Page page,
            @Nullable Person person,
            @Nullable Map<String, Object> value) {
        var given = value == null ? sample.filled(placeholders(page, person)) : value;
        var item = new LinkedHashMap<String, Object>();
        if (sample.place().equals(AppEvent.CHANGES)) {
            item.put("field", sample.field());
            item.put("value", given);
            return item;
        }
        if (person != null) {
            item.put("sender", Map.of("id", person.psid(page)));
        }
        item.put("recipient", Map.of("id", page.id()));
        item.put("timestamp", clock.millis());
        item.put(sample.key(), given);
        return item;
    }

    private static Map<String, String> placeholders(Page page, @Nullable Person person) {
        var values = new HashMap<String, String>();
        values.put("{mid}", Ids.message());
        values.put("{page}", page.id());
        if (person != null) {
            values.put("{psid}", person.psid(page));
            values.put("{name}", person.name());
        }
        return values;
    }

    /// Posts the given content to one app, regardless of its subscriptions.
    @PostMapping("/simulator/webhooks/raw")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> raw(@RequestBody RawWebhook request) {
        var appEvent =
                new AppEvent(
                        app(request.app()),
                        controlLookup.page(request.page()),
                        request.person() == null ? null : controlLookup.person(request.person()),
                        Objects.requireNonNullElse(request.field(), "messages"),
                        Objects.requireNonNullElse(request.place(), AppEvent.MESSAGING),
                        Objects.requireNonNullElse(request.item(), Map.of()));
        return Map.of("id", webhooks.post(appEvent, request.body()));
    }

    private App app(@Nullable String id) {
        return id == null
                ? directory.app()
                : directory.app(id).orElseThrow(() -> ControlLookup.bad("There is no app " + id));
    }

    /// A person comments on a post of the page, or writes a post there.
    @PostMapping("/simulator/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> comment(@RequestBody CommentRequest request) {
        var comment =
                comments.add(
                        controlLookup.page(request.page()),
                        controlLookup.person(request.person()),
                        ControlLookup.required("text", request.text()),
                        request.post());
        return Map.of("id", comment.id());
    }
}
