package dev.parley.simulator.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// People's public comments and posts on a page. A page can reply to each once in private.
@Component
public class Comments implements Resettable {
    /// A comment, or a post if it belongs to none.
    public record Comment(
            String id, Page page, Person person, String text, Instant at, boolean replied) {
        Comment answered() {
            return new Comment(id, page, person, text, at, true);
        }
    }

    private final Map<String, Comment> comments = new ConcurrentHashMap<>();
    private final SimulatedClock clock;
    private final ApplicationEventPublisher events;

    Comments(SimulatedClock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void reset() {
        comments.clear();
    }

    /// Reports a public comment to the page.
    ///
    /// @param post the post that is commented on; null for a post of the person's own
    public Comment add(Page page, Person person, String text, @Nullable String post) {
        var id = "%s_%s".formatted(page.id(), Ids.digits());
        var comment = new Comment(id, page, person, text, clock.instant(), false);
        comments.put(id, comment);
        var value = value(comment, post);
        events.publishEvent(
                new WorldEvent.PageChanged(page, person, "feed", value, clock.millis()));
        return comment;
    }

    public Optional<Comment> find(String id) {
        return Optional.ofNullable(comments.get(id));
    }

    public void reply(String id) {
        comments.computeIfPresent(id, (_, comment) -> comment.answered());
    }

    private static Map<String, Object> value(Comment comment, @Nullable String post) {
        var person = comment.person();
        var map = new LinkedHashMap<String, Object>();
        map.put("from", Map.of("id", person.psid(comment.page()), "name", person.name()));
        map.put("item", post == null ? "post" : "comment");
        map.put("verb", "add");
        map.put(post == null ? "post_id" : "comment_id", comment.id());
        if (post != null) {
            map.put("post_id", post);
            map.put("parent_id", post);
        }
        map.put("message", comment.text());
        map.put("created_time", comment.at().getEpochSecond());
        return map;
    }
}
