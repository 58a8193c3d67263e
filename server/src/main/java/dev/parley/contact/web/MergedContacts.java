package dev.parley.contact.web;

import dev.parley.admin.kit.UserNames;
import dev.parley.contact.Contact;
import dev.parley.contact.ContactMerges;
import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.ContactFields;
import dev.parley.contact.web.ContactView.MergedLine;
import dev.parley.contact.web.MergeChoiceView.Candidate;
import dev.parley.platform.web.PageFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the page of a contact shows about merging: which others may be the same, and the last
/// merge.
@Component
class MergedContacts {
    private final ContactMerges merges;
    private final Duplicates duplicates;
    private final ContactFields fields;
    private final UserNames names;

    MergedContacts(
            ContactMerges merges, Duplicates duplicates, ContactFields fields, UserNames names) {
        this.fields = fields;
        this.merges = merges;
        this.duplicates = duplicates;
        this.names = names;
    }

    List<Candidate> duplicates(PageFrame frame, Contact contact) {
        return duplicates.of(frame, contact);
    }

    /// {@return null if there is none that can be undone}
    @Nullable MergedLine last(PageFrame frame, Contact contact) {
        return merges.undoable(contact)
                .map(merge ->
                        new MergedLine(
                                merge.other().value(),
                                name(frame, merge),
                                UserNames.of(frame, names.of(List.of(merge.by())), merge.by()),
                                merge.at(),
                                merge.at().plus(ContactMerges.UNDO_FOR),
                                MergeTexts.names(
                                        frame, merge.changedSince(), added(contact, merge))))
                .orElse(null);
    }

    private List<ContactField> added(Contact contact, ContactMerges.Merged merge) {
        return merge.addedChangedSince().isEmpty()
                ? List.of()
                : fields.of(contact.kind()).stream()
                        .filter(field -> merge.addedChangedSince().contains(field.key()))
                        .toList();
    }

    private static String name(PageFrame frame, ContactMerges.Merged merge) {
        var name = merge.name();
        return name == null ? frame.text("contact.unnamed", String.valueOf(merge.number())) : name;
    }
}
