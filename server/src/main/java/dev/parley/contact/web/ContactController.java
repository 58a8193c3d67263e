package dev.parley.contact.web;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.contact.Contact;
import dev.parley.contact.ContactChange;
import dev.parley.contact.ContactId;
import dev.parley.contact.ContactInput;
import dev.parley.contact.ContactLinks;
import dev.parley.contact.ContactMerges;
import dev.parley.contact.Contacts;
import dev.parley.customer.CustomerId;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One contact or company: shows, changes and deletes it.
@Controller
@RequestMapping("/customers/{id}")
class ContactController {
    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "created", "contact.created",
                            "saved", "contact.saved",
                            "merged", "contact.merged",
                            "unmerged", "contact.unmerged",
                            "unlinked", "contact.unlinked",
                            "into", "contact.merge.redirected"));

    private static final SavedNotices WARNINGS =
            new SavedNotices(
                    Map.of(
                            "notMerged", "contact.notMerged",
                            "notUnmerged", "contact.merge.notUndone",
                            "changed", "contact.merge.undoChanged"));

    private final Contacts contacts;
    private final ContactLinks links;
    private final ContactMerges merges;
    private final ContactScreen screen;
    private final FieldForms forms;
    private final EditConflict editConflict;

    ContactController(
            Contacts contacts,
            ContactLinks links,
            ContactMerges merges,
            ContactScreen screen,
            FieldForms forms,
            EditConflict editConflict) {
        this.contacts = contacts;
        this.links = links;
        this.merges = merges;
        this.screen = screen;
        this.forms = forms;
        this.editConflict = editConflict;
    }

    @GetMapping
    Answer show(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters) {
        var contact = contact(id);
        return isMerged(contact, id)
                ? Answer.redirect(address(contact) + "?into")
                : Answer.show(
                        screen.show(
                                frame,
                                me,
                                contact,
                                NOTICES.text(frame, parameters),
                                WARNINGS.text(frame, parameters)));
    }

    @GetMapping("/edit")
    Answer form(
            PageFrame frame,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String conversation) {
        var contact = contact(id);
        if (isMerged(contact, id)) {
            return Answer.redirect(address(contact) + "?into");
        }
        var form = ContactInput.of(contact.draft());
        var revision = contact.revision();
        var back = returning(conversation);
        return Answer.show(screen.showForm(frame, contact, revision, form, back, Problems.NONE));
    }

    @PostMapping("/edit")
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var contact = contact(id);
        var conversation = returning(typed.text("conversation"));
        var form = forms.typed(typed, contact.kind(), contact.fields());
        if (isMerged(contact, id)) {
            return mergedMeanwhile(frame, new ContactId(id), contact, form, conversation);
        }
        var problems = forms.problems(frame, form);
        if (!problems.isEmpty()) {
            return Answer.invalid(
                    screen.showForm(
                            frame,
                            contact,
                            typed.number("revision"),
                            form,
                            conversation,
                            problems));
        }
        var revision = typed.number("revision");
        return switch (contacts.change(contact.id(), revision, forms.draft(form), me.userId())) {
            case ContactChange.Done _ ->
                    Answer.redirect(
                            conversation.isEmpty()
                                    ? "/customers/" + id + "?saved"
                                    : ContactScreen.conversationAddress(conversation));
            case ContactChange.Conflict(var now) -> conflict(frame, now, form, conversation);
            case ContactChange.Gone() ->
                    mergedMeanwhile(frame, contact.id(), contact(id), form, conversation);
        };
    }

    @PostMapping("/deletion")
    Answer delete(SignedIn me, @PathVariable UUID id) {
        return switch (contacts.delete(new ContactId(id), me)) {
            case ContactChange.Done _, ContactChange.Conflict _ ->
                    Answer.redirect("/customers?deleted");
            case ContactChange.Gone() ->
                    Answer.redirect(
                            merges.now(new ContactId(id))
                                    .map(stayed -> address(stayed) + "?into")
                                    .orElse("/customers?deleted"));
        };
    }

    @PostMapping("/unlink")
    Answer unlink(SignedIn me, @PathVariable UUID id, @RequestParam UUID customer) {
        links.unlink(new CustomerId(customer), new ContactId(id), me.userId());
        return Answer.redirect("/customers/" + id + "?unlinked");
    }

    private Answer conflict(PageFrame frame, Contact now, ContactInput form, String conversation) {
        var problem = editConflict.problem(frame, now.changedBy(), now.changedAt());
        return Answer.invalid(
                screen.showForm(frame, now, now.revision(), form, conversation, problem));
    }

    /// The customer was merged while somebody edited it: what they typed is added to the one that
    /// stayed, in its form.
    private Answer mergedMeanwhile(
            PageFrame frame,
            ContactId id,
            Contact stayed,
            ContactInput typed,
            String conversation) {
        var name = ContactForms.name(frame, stayed);
        var now = ContactInput.of(stayed.draft());
        var before = merges.before(id).map(Contact::draft).map(ContactInput::of).orElse(typed);
        return Answer.invalid(
                screen.showForm(
                        frame,
                        stayed,
                        stayed.revision(),
                        new MergedInput(before, now).with(typed),
                        conversation,
                        Problems.ofForm(frame.text("contact.merge.meanwhile", name))));
    }

    /// {@return the id of a conversation in this text; empty for anything else}
    private static String returning(String conversation) {
        return Ids.read(conversation).map(UUID::toString).orElse("");
    }

    /// {@return this contact, or the one that it was merged into}
    private Contact contact(UUID id) {
        return merges.now(new ContactId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean isMerged(Contact contact, UUID asked) {
        return !contact.id().value().equals(asked);
    }

    private static String address(Contact contact) {
        return "/customers/" + contact.id();
    }
}
