package dev.parley.admin;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.tag.Tag;
import dev.parley.tag.TagAdministration;
import dev.parley.tag.TagChange;
import dev.parley.tag.TagId;
import dev.parley.tag.TagName;
import dev.parley.tag.Tags;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Lists, creates, renames, merges and deletes tags, and decides who may create them.
@Controller
@RequestMapping(TagsController.ADDRESS)
class TagsController {
    static final String ADDRESS = "/admin/tags";

    private static final List<String> SORTS = List.of("name", "-created");

    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "created", "tag.created",
                            "renamed", "tag.renamed",
                            "merged", "tag.merged",
                            "deleted", "tag.deleted",
                            "setting", "tag.setting.saved"));

    private final Tags tags;
    private final TagAdministration administration;
    private final TagScreens screens;
    private final EditConflict editConflict;

    TagsController(
            Tags tags,
            TagAdministration administration,
            TagScreens screens,
            EditConflict editConflict) {
        this.tags = tags;
        this.administration = administration;
        this.screens = screens;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel list(PageFrame frame, @RequestParam Map<String, String> parameters) {
        var listing = Listing.of(ADDRESS, parameters, SORTS);
        return screens.list(frame, listing, NOTICES.text(frame, parameters), Problems.NONE);
    }

    @PostMapping("/setting")
    Answer change(PageFrame frame, SignedIn me, FormInput typed) {
        if (administration.change(typed.flag("agentsCreate"), typed.number("revision"), me)) {
            return Answer.redirect(ADDRESS + "?setting");
        }
        var now = administration.setting();
        var changedAt = now.changedAt();
        var problems =
                changedAt == null
                        ? Problems.NONE
                        : editConflict.problem(frame, now.changedBy(), changedAt);
        var listing = Listing.of(ADDRESS, Map.of(), SORTS);
        return Answer.invalid(screens.list(frame, listing, "", problems));
    }

    @GetMapping("/new")
    JteModel form(PageFrame frame) {
        return screens.showNew(frame, "", Problems.NONE);
    }

    @PostMapping("/new")
    Answer create(PageFrame frame, SignedIn me, FormInput typed) {
        var name = typed.text("name");
        return switch (administration.create(name, me)) {
            case TagChange.Done _ -> Answer.redirect(ADDRESS + "?created");
            case TagChange.NotValid() -> newAgain(frame, name, "tag.notValid", TagName.LONGEST);
            case TagChange.NameTaken(var other) ->
                    newAgain(frame, name, "tag.nameTaken", other.name());
            case TagChange.TooMany() -> newAgain(frame, name, "tag.tooMany", Tags.MOST);
            case TagChange.Conflict _, TagChange.Gone() ->
                    throw new IllegalStateException("A new tag cannot conflict");
        };
    }

    private Answer newAgain(PageFrame frame, String name, String problem, Object argument) {
        var problems = Problems.with("name", frame.text(problem, argument));
        return Answer.invalid(screens.showNew(frame, name, problems));
    }

    @GetMapping("/{id}")
    JteModel show(PageFrame frame, @PathVariable UUID id) {
        var tag = tag(id);
        return screens.show(frame, tag, tag.name(), null, Problems.NONE);
    }

    /// A name that another tag has is no mistake: this one may be merged into it.
    @PostMapping("/{id}")
    Answer rename(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var name = typed.text("name");
        var tag = tag(id);
        return switch (administration.rename(tag.id(), typed.number("revision"), name, me)) {
            case TagChange.Done _ -> Answer.redirect(ADDRESS + "?renamed");
            case TagChange.NotValid() ->
                    again(
                            frame,
                            tag,
                            name,
                            null,
                            Problems.with("name", frame.text("tag.notValid", TagName.LONGEST)));
            case TagChange.NameTaken(var other) -> again(frame, tag, name, other, Problems.NONE);
            case TagChange.Conflict(var now) -> conflict(frame, now, name);
            case TagChange.Gone(), TagChange.TooMany() ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/{id}/merge")
    Answer merge(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var tag = tag(id);
        var into = typed.id("into").map(TagId::new).orElse(tag.id());
        return switch (administration.merge(tag.id(), typed.number("revision"), into, me)) {
            case TagChange.Done _ -> Answer.redirect(ADDRESS + "?merged");
            case TagChange.Conflict(var now) -> conflict(frame, now, now.name());
            case TagChange.Gone(),
                    TagChange.NotValid(),
                    TagChange.NameTaken _,
                    TagChange.TooMany() ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/{id}/deletion")
    Answer delete(SignedIn me, @PathVariable UUID id) {
        administration.delete(new TagId(id), me);
        return Answer.redirect(ADDRESS + "?deleted");
    }

    private Answer conflict(PageFrame frame, Tag now, String name) {
        var problems = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return again(frame, now, name, null, problems);
    }

    private Answer again(
            PageFrame frame, Tag tag, String name, @Nullable Tag other, Problems problems) {
        return Answer.invalid(screens.show(frame, tag, name, other, problems));
    }

    /// A tag that was merged is not shown as the other one.
    private Tag tag(UUID id) {
        return tags.byId(new TagId(id))
                .filter(tag -> tag.id().value().equals(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
