package dev.parley.tag;

import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Records what administrators do with tags, and publishes what changes on screens.
@Component
class TagRecords {
    private final Audit audit;
    private final ApplicationEventPublisher events;

    TagRecords(Audit audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    void created(UserId by, Tag tag) {
        audit.record(by, "tag.created", subject(tag), Map.of(), name(tag));
    }

    void renamed(UserId by, Tag before, Tag after) {
        audit.record(by, "tag.renamed", subject(after), name(before), name(after));
        events.publishEvent(new TagsChanged());
    }

    void merged(UserId by, Tag former, Tag other) {
        audit.record(by, "tag.merged", subject(former), name(former), name(other));
        events.publishEvent(new TagsChanged());
    }

    void deleted(UserId by, Tag tag) {
        audit.record(by, "tag.deleted", subject(tag), name(tag), Map.of());
        events.publishEvent(new TagsChanged());
    }

    void settingChanged(UserId by, boolean before, boolean after) {
        audit.record(
                by,
                "tagSetting.changed",
                "tag/setting",
                Map.of("agentsCreate", before),
                Map.of("agentsCreate", after));
    }

    private static String subject(Tag tag) {
        return "tag/" + tag.id();
    }

    private static Map<String, String> name(Tag tag) {
        return Map.of("name", tag.name());
    }
}
