package dev.parley.contact.web;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.contact.Contact;
import dev.parley.contact.ContactChange;
import dev.parley.contact.ContactId;
import dev.parley.contact.ContactInput;
import dev.parley.contact.ContactLinks;
import dev.parley.contact.Contacts;
import dev.parley.customer.CustomerId;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.models.runtime.JteModel;
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
                            "unlinked", "contact.unlinked"));

    private final Contacts contacts;
    private final ContactLinks links;
    private final ContactScreen screen;
    private final FieldForms forms;
    private final EditConflict editConflict;

    ContactController(
            Contacts contacts,
            ContactLinks links,
            ContactScreen screen,
            FieldForms forms,
            EditConflict editConflict) {
        this.contacts = contacts;
        this.links = links;
        this.screen = screen;
        this.forms = forms;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel show(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> parameters) {
        return screen.show(frame, me, contact(id), NOTICES.text(frame, parameters));
    }

    @GetMapping("/edit")
    JteModel form(
            PageFrame frame,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String conversation) {
        var contact = contact(id);
        var form = ContactInput.of(contact.draft());
        return screen.showForm(
                frame, contact, contact.revision(), form, returning(conversation), Problems.NONE);
    }

    @PostMapping("/edit")
    Answer change(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var contact = contact(id);
        var conversation = returning(typed.text("conversation"));
        var form = forms.typed(typed, contact.kind(), contact.fields());
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
            case ContactChange.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/deletion")
    Answer delete(SignedIn me, @PathVariable UUID id) {
        return switch (contacts.delete(new ContactId(id), me)) {
            case ContactChange.Done _, ContactChange.Gone _, ContactChange.Conflict _ ->
                    Answer.redirect("/customers?deleted");
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

    /// {@return the id of a conversation in this text; empty for anything else}
    private static String returning(String conversation) {
        return Ids.read(conversation).map(UUID::toString).orElse("");
    }

    private Contact contact(UUID id) {
        return contacts.byId(new ContactId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
