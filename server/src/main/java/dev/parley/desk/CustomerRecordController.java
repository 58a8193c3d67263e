package dev.parley.desk;

import dev.parley.contact.ContactId;
import dev.parley.contact.ContactInput;
import dev.parley.contact.ContactKind;
import dev.parley.contact.ContactLinks;
import dev.parley.contact.ConversationContacts;
import dev.parley.contact.LinkChange;
import dev.parley.contact.LinkedContacts;
import dev.parley.contact.web.ContactForms;
import dev.parley.contact.web.FieldForms;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.LinkView;
import dev.parley.identity.SignedIn;
import dev.parley.platform.StorableText;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Links the customer of a conversation to a contact, or one conversation only. Everybody who may
/// read the conversation may do so.
@Controller
class CustomerRecordController {
    private static final int LONGEST_SEARCH = 100;
    private static final int FOUND = 8;

    private final Templates templates;
    private final ConversationAccess access;
    private final PeopleSearch people;
    private final ContactLinks links;
    private final ConversationContacts conversations;
    private final LinkedContacts linkedContacts;
    private final FieldForms forms;
    private final Clock clock;

    CustomerRecordController(
            Templates templates,
            ConversationAccess access,
            PeopleSearch people,
            ContactLinks links,
            ConversationContacts conversations,
            LinkedContacts linkedContacts,
            FieldForms forms,
            Clock clock) {
        this.templates = templates;
        this.access = access;
        this.people = people;
        this.links = links;
        this.conversations = conversations;
        this.linkedContacts = linkedContacts;
        this.forms = forms;
        this.clock = clock;
    }

    /// The content of the dialog, at first with a search for the customer's name.
    @GetMapping("/desk/conversations/{id}/link")
    JteModel dialog(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var opened = access.open(id, me);
        var name = opened.customer().name();
        var known = name == null ? "" : StorableText.shortened(name.strip(), ContactInput.NAME);
        var form = ContactInput.named(ContactKind.PERSON, known);
        return templates.deskLink(frame, words(frame), view(frame, opened, false, known, form));
    }

    /// The same for this conversation only: somebody else wrote it from the customer's profile.
    @GetMapping("/desk/conversations/{id}/other-contact")
    JteModel otherContact(PageFrame frame, SignedIn me, @PathVariable UUID id) {
        var form = ContactInput.empty(ContactKind.PERSON);
        var view = view(frame, access.open(id, me), true, "", form);
        return templates.deskLink(frame, words(frame), view);
    }

    @GetMapping("/desk/conversations/{id}/contacts")
    JteModel search(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean only) {
        var opened = access.open(id, me);
        var form = ContactInput.empty(ContactKind.PERSON);
        var view = view(frame, opened, only, search.strip(), form);
        return templates.deskLinkFound(words(frame), view);
    }

    @PostMapping("/desk/conversations/{id}/link")
    ResponseEntity<String> link(
            PageFrame frame, SignedIn me, @PathVariable UUID id, @RequestParam UUID contact) {
        var customer = access.require(id, me).details().customer();
        return answer(frame, links.link(customer, new ContactId(contact), me.userId()));
    }

    @PostMapping("/desk/conversations/{id}/unlink")
    ResponseEntity<String> unlink(SignedIn me, @PathVariable UUID id, @RequestParam UUID contact) {
        var customer = access.require(id, me).details().customer();
        links.unlink(customer, new ContactId(contact), me.userId());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/desk/conversations/{id}/other-contact")
    ResponseEntity<String> move(
            PageFrame frame, SignedIn me, @PathVariable UUID id, @RequestParam UUID contact) {
        var conversation = access.require(id, me).id();
        return answer(frame, conversations.move(conversation, new ContactId(contact), me));
    }

    @PostMapping("/desk/conversations/{id}/other-contact/undo")
    ResponseEntity<String> moveBack(
            SignedIn me, @PathVariable UUID id, @RequestParam UUID contact) {
        conversations.moveBack(access.require(id, me).id(), new ContactId(contact), me);
        return ResponseEntity.noContent().build();
    }

    /// Creates a contact and links it; or the form again, with its problems.
    @PostMapping("/desk/conversations/{id}/contact")
    ResponseEntity<String> create(
            PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var opened = access.open(id, me);
        var form = forms.typed(typed, ContactForms.kind(typed.text("kind")));
        var problems = forms.problems(frame, form);
        if (!problems.isEmpty()) {
            return html(
                    templates.deskLinkForm(
                            frame,
                            words(frame),
                            id,
                            form,
                            forms.inputsOfBoth(frame.t(), form),
                            problems,
                            typed.has("only")));
        }
        var customer = opened.customer();
        var draft = forms.draft(form);
        return answer(
                frame,
                typed.has("only")
                        ? linkedContacts.createFor(opened.conversation().id(), customer, draft, me)
                        : linkedContacts.create(customer, draft, me.userId()));
    }

    private LinkView view(
            PageFrame frame, Opened opened, boolean only, String search, ContactInput form) {
        var w = words(frame);
        var text = StorableText.shortened(search, LONGEST_SEARCH);
        var found = people.contacts(text, FOUND + 1);
        return new LinkView(
                opened.conversation().id().value(),
                only,
                CustomerNames.name(w, opened),
                text,
                PeopleSearch.views(w, found.subList(0, Math.min(FOUND, found.size()))),
                found.size() > FOUND,
                form,
                forms.inputsOfBoth(frame.t(), form),
                Problems.NONE);
    }

    private static ResponseEntity<String> answer(PageFrame frame, LinkChange change) {
        return switch (change) {
            case LinkChange.Linked _ -> ResponseEntity.noContent().build();
            case LinkChange.LinkedElsewhere(var to) ->
                    TextResponse.of(
                            409,
                            frame.text("contact.linkedElsewhere", ContactForms.name(frame, to)));
            case LinkChange.Gone() -> TextResponse.of(409, frame.text("contact.gone"));
            case LinkChange.Erased() -> TextResponse.of(409, frame.text("contact.personErased"));
        };
    }

    private static ResponseEntity<String> html(JteModel form) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(form.render());
    }

    private DeskTexts words(PageFrame frame) {
        return DeskTexts.of(frame, clock.instant());
    }
}
