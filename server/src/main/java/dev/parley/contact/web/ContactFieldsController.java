package dev.parley.contact.web;

import dev.parley.admin.kit.SavedNotices;
import dev.parley.contact.ContactKind;
import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.ContactFieldId;
import dev.parley.contact.field.ContactFields;
import dev.parley.contact.field.FieldAdministration;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Lists the fields that the company added to its contacts and companies, and orders them.
@Controller
@RequestMapping(ContactFieldsController.ADDRESS)
class ContactFieldsController {
    static final String ADDRESS = "/admin/customer-fields";

    private static final SavedNotices NOTICES =
            new SavedNotices(
                    Map.of(
                            "created", "field.created",
                            "saved", "field.saved",
                            "deleted", "field.deleted"));

    private final Templates templates;
    private final ContactFields fields;
    private final FieldAdministration administration;

    ContactFieldsController(
            Templates templates, ContactFields fields, FieldAdministration administration) {
        this.templates = templates;
        this.fields = fields;
        this.administration = administration;
    }

    @GetMapping
    JteModel list(PageFrame frame, @RequestParam Map<String, String> parameters) {
        var all = fields.all();
        var sections =
                Stream.of(ContactKind.values()).map(kind -> section(frame, all, kind)).toList();
        return templates.contactAddedFields(
                frame,
                new ContactFieldsView(
                        sections,
                        parameters.getOrDefault("moved", ""),
                        NOTICES.text(frame, parameters)));
    }

    @PostMapping("/{id}/move")
    Answer move(SignedIn me, @PathVariable UUID id, FormInput typed) {
        administration.move(new ContactFieldId(id), typed.text("to").equals("up"), me);
        return Answer.redirect(ADDRESS + "?moved=" + id);
    }

    private static ContactFieldsView.Section section(
            PageFrame frame, List<ContactField> all, ContactKind kind) {
        var lines =
                all.stream()
                        .filter(field -> field.content().kind() == kind)
                        .map(field -> line(frame, field))
                        .toList();
        return new ContactFieldsView.Section(kind, lines, lines.size() >= ContactFields.MOST);
    }

    private static ContactFieldsView.Line line(PageFrame frame, ContactField field) {
        var content = field.content();
        return new ContactFieldsView.Line(
                field.id().value(),
                field.name(frame.t().language()),
                field.key(),
                field.type(),
                content.required(),
                content.atDesk());
    }
}
