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

/// Events that nothing in the simulator causes, and webhooks with any content.
@RestController
class EventsController {
    /// @param value the value under the event's key, instead of the sample
    record Order(
            @Nullable String kind,
            @Nullable String page,
            @Nullable String person,
            @Nullable Map<String, Object> value) {}

    /// @param item an item, to be put into an entry of the page
    /// @param body the whole body, as text taken as it is or as JSON escaped as Meta does
    record Raw(
            @Nullable String page,
            @Nullable String person,
            @Nullable String app,
            @Nullable String field,
            @Nullable String place,
            @Nullable Map<String, Object> item,
            @Nullable JsonNode body) {}

    record Public(
            @Nullable String page,
            @Nullable String person,
            @Nullable String text,
            @Nullable String post) {}

    private final ControlLookup controlLookup;
    private final Directory directory;
    private final EventRouting notices;
    private final WebhookDelivery post;
    private final Comments comments;
    private final SimulatedClock clock;
    private final SampleEvents samples;

    EventsController(
            ControlLookup controlLookup,
            Directory directory,
            EventRouting notices,
            WebhookDelivery post,
            Comments comments,
            SimulatedClock clock,
            SampleEvents samples) {
        this.controlLookup = controlLookup;
        this.directory = directory;
        this.notices = notices;
        this.post = post;
        this.comments = comments;
        this.clock = clock;
        this.samples = samples;
    }

    /// What kinds there are, with a sample of each.
    @GetMapping("/simulator/events")
    Map<String, SampleEvents.Sample> kinds() {
        return samples.all();
    }

    /// Tells every app that wants such events.
    @PostMapping("/simulator/events")
    Map<String, Object> tell(@RequestBody Order order) {
        var kind = ControlLookup.given("kind", order.kind());
        var sample =
                samples.find(kind)
                        .orElseThrow(() -> ControlLookup.bad("There is no event " + kind));
        var page = controlLookup.page(order.page());
        var person = sample.sender() ? controlLookup.person(order.person()) : null;
        var item = item(sample, page, person, order.value());
        return Map.of(
                "told",
                notices.tell(page, person, sample.field(), sample.place(), item),
                "item",
                item);
    }

    private Map<String, Object> item(
            SampleEvents.Sample sample,
            Page page,
            @Nullable Person person,
            @Nullable Map<String, Object> value) {
        var given = value == null ? sample.filled(words(page, person)) : value;
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

    private static Map<String, String> words(Page page, @Nullable Person person) {
        var words = new HashMap<String, String>();
        words.put("{mid}", Ids.message());
        words.put("{page}", page.id());
        if (person != null) {
            words.put("{psid}", person.psid(page));
            words.put("{name}", person.name());
        }
        return words;
    }

    /// Posts to one app what is given here, whatever it is subscribed to.
    @PostMapping("/simulator/webhooks/raw")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> raw(@RequestBody Raw order) {
        var notice =
                new AppEvent(
                        app(order.app()),
                        controlLookup.page(order.page()),
                        order.person() == null ? null : controlLookup.person(order.person()),
                        Objects.requireNonNullElse(order.field(), "messages"),
                        Objects.requireNonNullElse(order.place(), AppEvent.MESSAGING),
                        Objects.requireNonNullElse(order.item(), Map.of()));
        return Map.of("id", post.post(notice, order.body()));
    }

    private App app(@Nullable String id) {
        return id == null
                ? directory.app()
                : directory.app(id).orElseThrow(() -> ControlLookup.bad("There is no app " + id));
    }

    /// A person comments on a post of the page, or posts there.
    @PostMapping("/simulator/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> comment(@RequestBody Public order) {
        var comment =
                comments.add(
                        controlLookup.page(order.page()),
                        controlLookup.person(order.person()),
                        ControlLookup.given("text", order.text()),
                        order.post());
        return Map.of("id", comment.id());
    }
}
