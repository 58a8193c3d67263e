package dev.parley.admin;

import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.UserNames;
import dev.parley.admin.view.TagView;
import dev.parley.admin.view.TagsView;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.tag.Tag;
import dev.parley.tag.TagAdministration;
import dev.parley.tag.TagUses;
import dev.parley.tag.Tags;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds the screens of the tags.
@Component
class TagScreens {
    private final Templates templates;
    private final Tags tags;
    private final TagAdministration administration;
    private final TagUses uses;
    private final UserNames names;

    TagScreens(
            Templates templates,
            Tags tags,
            TagAdministration administration,
            TagUses uses,
            UserNames names) {
        this.templates = templates;
        this.tags = tags;
        this.administration = administration;
        this.uses = uses;
        this.names = names;
    }

    JteModel list(PageFrame frame, Listing listing, String notice, Problems problems) {
        var found = tags.list(listing.pageRequest());
        var counts = uses.counts(found.rows().stream().map(Tag::id).toList());
        var users = names.of(found.rows().stream().map(Tag::createdBy).toList());
        var setting = administration.setting();
        var lines =
                found.rows().stream()
                        .map(tag ->
                                new TagsView.Line(
                                        tag.id().value(),
                                        tag.name(),
                                        counts.getOrDefault(tag.id(), 0L),
                                        tag.createdAt(),
                                        UserNames.of(frame, users, tag.createdBy())))
                        .toList();
        return templates.adminTags(
                frame,
                new TagsView(
                        listing,
                        lines,
                        found.all(),
                        setting.agentsCreate(),
                        setting.revision(),
                        notice,
                        problems));
    }

    JteModel showNew(PageFrame frame, String name, Problems problems) {
        return templates.adminTag(
                frame, new TagView(null, frame.text("tag.new"), name, 0, null, 0, null, problems));
    }

    /// @param name as typed
    /// @param other the tag that has this name; null for none
    JteModel show(PageFrame frame, Tag tag, String name, @Nullable Tag other, Problems problems) {
        var asked = Stream.of(tag, other == null ? tag : other).map(Tag::id).distinct().toList();
        var counts = uses.counts(asked);
        return templates.adminTag(
                frame,
                new TagView(
                        tag.id().value(),
                        tag.name(),
                        name,
                        tag.revision(),
                        names.made(
                                frame,
                                tag.createdAt(),
                                tag.createdBy(),
                                tag.changedAt(),
                                tag.changedBy()),
                        counts.getOrDefault(tag.id(), 0L),
                        other == null
                                ? null
                                : new TagView.Other(
                                        other.id().value(),
                                        other.name(),
                                        counts.getOrDefault(other.id(), 0L)),
                        problems));
    }
}
