package dev.parley.demo;

import dev.parley.identity.UserId;
import dev.parley.tag.Tag;
import dev.parley.tag.TagChange;
import dev.parley.tag.TagName;
import dev.parley.tag.Tags;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The tags of the sample conversations.
@Component
class DemoTags {
    private final Tags tags;

    DemoTags(Tags tags) {
        this.tags = tags;
    }

    /// {@return the tags of these names, which are created if they do not exist}
    Map<String, Tag> named(Collection<String> names, UserId by) {
        var all = new HashMap<String, Tag>();
        names.forEach(name -> all.computeIfAbsent(name, _ -> ensure(name, by)));
        return all;
    }

    private Tag ensure(String name, UserId by) {
        return switch (tags.create(TagName.of(name).orElseThrow(), by)) {
            case TagChange.Done(var tag) -> tag;
            case TagChange.NameTaken(var tag) -> tag;
            case TagChange other -> throw new IllegalStateException(name + ": " + other);
        };
    }
}
