package dev.parley.desk;

import dev.parley.contact.Contact;
import dev.parley.contact.ContactKeys;
import dev.parley.contact.ContactKind;
import dev.parley.contact.ContactLinks;
import dev.parley.contact.Contacts;
import dev.parley.contact.ConversationContacts;
import dev.parley.contact.ConversationContacts.With;
import dev.parley.contact.WrittenDetails;
import dev.parley.contact.web.FieldFact;
import dev.parley.contact.web.FieldForms;
import dev.parley.conversation.Conversation.State;
import dev.parley.desk.ConversationAccess.Opened;
import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.RecordView;
import dev.parley.desk.view.RecordView.Moved;
import dev.parley.desk.view.RecordView.RecordedContact;
import dev.parley.desk.view.RecordView.Suggestion;
import dev.parley.privacy.Masking;
import dev.parley.privacy.MaskingDirection;
import dev.parley.privacy.Masks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the record that a customer is linked to. For one who is not linked, it suggests contacts
/// by what the customer wrote in the conversation and by the name; only people link, because both
/// can be wrong or somebody else's.
@Component
class RecordReader {
    /// More than these need a search.
    private static final int SUGGESTED = 5;

    private final ConversationContacts conversations;
    private final ContactLinks links;
    private final Contacts contacts;
    private final WrittenTexts texts;
    private final Masking masking;
    private final FieldForms fields;

    RecordReader(
            ConversationContacts conversations,
            ContactLinks links,
            Contacts contacts,
            WrittenTexts texts,
            Masking masking,
            FieldForms fields) {
        this.conversations = conversations;
        this.links = links;
        this.contacts = contacts;
        this.texts = texts;
        this.masking = masking;
        this.fields = fields;
    }

    Optional<With> linked(Opened opened) {
        return conversations.of(opened.conversation());
    }

    RecordView read(DeskTexts w, Opened opened, Optional<With> linked) {
        return linked.map(with ->
                        new RecordView(
                                view(w, with.contact(), facts(w, with.contact())),
                                moved(w, opened, with),
                                List.of()))
                .orElseGet(() -> new RecordView(null, null, suggestions(w, opened)));
    }

    private List<FieldFact> facts(DeskTexts w, Contact contact) {
        return fields.factsAtDesk(w.texts(), contact);
    }

    private @Nullable Moved moved(DeskTexts w, Opened opened, With with) {
        return with.isMoved()
                ? new Moved(
                        links.of(opened.customer().id())
                                .map(contact -> name(w, contact))
                                .orElse(""))
                : null;
    }

    private List<Suggestion> suggestions(DeskTexts w, Opened opened) {
        if (opened.conversation().state() == State.CLOSED) {
            return List.of();
        }
        var written = WrittenDetails.in(texts.withDetails(opened.conversation().id()));
        var name = opened.customer().name();
        if (written.isEmpty() && name == null) {
            return List.of();
        }
        return contacts.matching(written, name, SUGGESTED).stream()
                .map(contact -> new Suggestion(view(w, contact), reason(w, written, contact)))
                .toList();
    }

    private String reason(DeskTexts w, WrittenDetails written, Contact contact) {
        var masks = masking.current();
        var email = contact.emails().stream().filter(written.emails()::contains).findFirst();
        if (email.isPresent()) {
            return w.texts().text("contact.suggested.email", masked(masks, email.get()));
        }
        return contact.phones().stream()
                .filter(phone -> written.phones().contains(ContactKeys.ofPhone(phone)))
                .findFirst()
                .map(phone -> w.texts().text("contact.suggested.phone", masked(masks, phone)))
                .orElseGet(() -> w.texts().text("contact.suggested.name"));
    }

    /// The customer wrote it in a message, where it is masked too.
    private static String masked(Masks masks, String written) {
        return masks.text(written, MaskingDirection.CUSTOMER);
    }

    static RecordedContact view(DeskTexts w, Contact contact) {
        return view(w, contact, List.of());
    }

    private static RecordedContact view(DeskTexts w, Contact contact, List<FieldFact> fields) {
        var company = contact.company();
        return new RecordedContact(
                contact.id().value(),
                contact.kind() == ContactKind.COMPANY,
                name(w, contact),
                company == null || company.name() == null ? "" : company.name(),
                contact.emails(),
                contact.phones(),
                contact.tags(),
                contact.notes(),
                fields);
    }

    private static String name(DeskTexts w, Contact contact) {
        return contact.name() == null
                ? w.texts().text("contact.unnamed", String.valueOf(contact.number()))
                : contact.name();
    }
}
