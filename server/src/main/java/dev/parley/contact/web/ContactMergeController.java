package dev.parley.contact.web;

import dev.parley.contact.Contact;
import dev.parley.contact.ContactId;
import dev.parley.contact.ContactMerges;
import dev.parley.contact.MergeChange;
import dev.parley.contact.MergeChoices;
import dev.parley.contact.MergePlan;
import dev.parley.contact.MergeRequest;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Merges two contacts, or companies: which ones, a preview, and undoing it.
@Controller
@RequestMapping("/customers/{id}/merge")
class ContactMergeController {
    private static final String OTHER = "other";

    private final ContactMerges merges;
    private final MergeScreen screen;

    ContactMergeController(ContactMerges merges, MergeScreen screen) {
        this.merges = merges;
        this.screen = screen;
    }

    /// @param with the one to merge into this one; missing while it is being chosen
    @GetMapping
    Answer show(
            PageFrame frame,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID with,
            @RequestParam(defaultValue = "") String search) {
        var kept = contact(id);
        if (with == null) {
            return Answer.show(screen.choose(frame, kept, search.strip()));
        }
        var other = contact(with);
        if (!MergePlan.fits(kept, other)) {
            return Answer.redirect(address(kept.id().value()));
        }
        var plan = new MergePlan(kept, other);
        return Answer.show(screen.preview(frame, plan, merges.suggested(plan), List.of()));
    }

    @PostMapping
    Answer merge(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var asked =
                new MergeRequest(
                        new ContactId(id),
                        typed.number("revision"),
                        other(typed),
                        typed.number("otherRevision"),
                        new MergeChoices(
                                typed.text("name").equals(OTHER),
                                typed.text("company").equals(OTHER),
                                otherFields(typed)));
        return switch (merges.merge(asked, me)) {
            case MergeChange.Done() -> Answer.redirect(address(id) + "?merged");
            case MergeChange.Changed() ->
                    again(frame, asked, List.of(frame.text("contact.merge.changed")));
            case MergeChange.TooMuch(var fields) ->
                    again(frame, asked, MergeTexts.tooMuch(frame, fields));
            case MergeChange.Gone() ->
                    Answer.redirect(address(contact(id).id().value()) + "?notMerged");
        };
    }

    @PostMapping("/undo")
    Answer undo(SignedIn me, @PathVariable UUID id, FormInput typed) {
        var change = merges.undo(new ContactId(id), other(typed), typed.number("revision"), me);
        return switch (change) {
            case MergeChange.Done() -> Answer.redirect(address(id) + "?unmerged");
            case MergeChange.Changed() -> Answer.redirect(address(id) + "?changed");
            case MergeChange.Gone(), MergeChange.TooMuch _ ->
                    Answer.redirect(address(id) + "?notUnmerged");
        };
    }

    private Answer again(PageFrame frame, MergeRequest asked, List<String> problems) {
        var kept = contact(asked.kept().value());
        var other = contact(asked.other().value());
        if (!MergePlan.fits(kept, other)) {
            return Answer.redirect(address(kept.id().value()) + "?notMerged");
        }
        var plan = new MergePlan(kept, other);
        return Answer.invalid(screen.preview(frame, plan, asked.choices(), problems));
    }

    /// {@return the keys of the added fields of which the other one's value was chosen}
    private static Set<String> otherFields(FormInput typed) {
        return typed.fields().keySet().stream()
                .filter(name -> name.startsWith(MergeTexts.ADDED))
                .filter(name -> typed.text(name).equals(OTHER))
                .map(name -> name.substring(MergeTexts.ADDED.length()))
                .collect(Collectors.toSet());
    }

    private static ContactId other(FormInput typed) {
        return typed.id("with").map(ContactId::new).orElseThrow(ContactMergeController::notFound);
    }

    private Contact contact(UUID id) {
        return merges.now(new ContactId(id)).orElseThrow(ContactMergeController::notFound);
    }

    private static String address(UUID id) {
        return "/customers/" + id;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
