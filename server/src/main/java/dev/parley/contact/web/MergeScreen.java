package dev.parley.contact.web;

import dev.parley.contact.Contact;
import dev.parley.contact.ContactLinks;
import dev.parley.contact.Contacts;
import dev.parley.contact.MergeChoices;
import dev.parley.contact.MergePlan;
import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.ContactFields;
import dev.parley.contact.field.FieldTexts;
import dev.parley.contact.web.MergeView.AddedField;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.springframework.stereotype.Component;

/// Renders the choice of a contact to merge with, and the preview.
@Component
class MergeScreen {
    private static final int MOST_COUNTED = 1_000;
    private static final int LONGEST_SEARCH = 100;

    private final Templates templates;
    private final Contacts contacts;
    private final ContactLinks links;
    private final ContactFields fields;
    private final Duplicates duplicates;

    MergeScreen(
            Templates templates,
            Contacts contacts,
            ContactLinks links,
            ContactFields fields,
            Duplicates duplicates) {
        this.fields = fields;
        this.templates = templates;
        this.contacts = contacts;
        this.links = links;
        this.duplicates = duplicates;
    }

    /// @param search empty for none
    JteModel choose(PageFrame frame, Contact contact, String search) {
        var typed = search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
        return templates.contactMergeChoice(
                frame,
                new MergeChoiceView(
                        contact,
                        ContactForms.name(frame, contact),
                        typed,
                        duplicates.withSameName(frame, contact),
                        typed.isEmpty() ? List.of() : duplicates.search(frame, contact, typed)));
    }

    /// @param problems other than that they have too much together
    JteModel preview(PageFrame frame, MergePlan plan, MergeChoices chosen, List<String> problems) {
        return templates.contactMerge(
                frame,
                new MergeView(
                        plan,
                        side(frame, plan.kept()),
                        side(frame, plan.other()),
                        fields(frame, plan, chosen),
                        chosen,
                        problems.isEmpty() ? MergeTexts.tooMuch(frame, plan.tooMuch()) : problems));
    }

    private List<AddedField> fields(PageFrame frame, MergePlan plan, MergeChoices chosen) {
        return fields.of(plan.kept().kind()).stream()
                .map(field ->
                        new AddedField(
                                MergeTexts.ADDED + field.key(),
                                field.name(frame.t().language()),
                                shown(frame, field, plan.kept()),
                                shown(frame, field, plan.other()),
                                chosen.otherFields().contains(field.key())))
                .filter(field -> !field.kept().isEmpty() || !field.other().isEmpty())
                .toList();
    }

    private static String shown(PageFrame frame, ContactField field, Contact contact) {
        return FieldTexts.shown(frame.t(), field, contact.fields().of(field.key()));
    }

    private MergeView.Side side(PageFrame frame, Contact contact) {
        var company = contact.company();
        var companyName = company == null ? "" : company.name();
        return new MergeView.Side(
                ContactForms.name(frame, contact),
                companyName == null ? "–" : companyName,
                links.customersOf(contact.id(), MOST_COUNTED).size(),
                contacts.peopleOf(contact.id(), MOST_COUNTED).size());
    }
}
