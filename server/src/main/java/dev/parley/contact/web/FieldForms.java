package dev.parley.contact.web;

import dev.parley.admin.kit.SelectOption;
import dev.parley.contact.Contact;
import dev.parley.contact.ContactDraft;
import dev.parley.contact.ContactInput;
import dev.parley.contact.ContactKind;
import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.ContactFields;
import dev.parley.contact.field.FieldFlaw;
import dev.parley.contact.field.FieldInput;
import dev.parley.contact.field.FieldOption;
import dev.parley.contact.field.FieldTexts;
import dev.parley.contact.field.FieldType;
import dev.parley.contact.field.FieldValues;
import dev.parley.platform.language.Keys;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The form of a contact with the fields that the company added, and their values where a contact
/// is shown.
@Component
public class FieldForms {
    /// Of the options in a message.
    private static final int NAMED = 10;

    private final ContactFields fields;

    FieldForms(ContactFields fields) {
        this.fields = fields;
    }

    /// {@return the form of a new contact as typed}
    public ContactInput typed(FormInput typed, ContactKind kind) {
        return typed(typed, kind, FieldValues.NONE);
    }

    /// {@return the form of a contact as typed}
    ///
    /// @param before the values of fields that the form did not have yet
    ContactInput typed(FormInput typed, ContactKind kind, FieldValues before) {
        var values = new HashMap<String, String>();
        for (var field : fields.of(kind)) {
            var name = name(field);
            values.put(field.key(), typed.has(name) ? typed.text(name) : before.of(field.key()));
        }
        return ContactForms.typed(typed, kind, new FieldInput(values));
    }

    /// {@return what is wrong with the form, as messages by field}
    public Problems problems(PageFrame frame, ContactInput form) {
        var added =
                form.fields().flaws(fields.of(form.kind())).stream()
                        .collect(
                                Collectors.toMap(
                                        flaw -> name(flaw.field()), flaw -> text(frame.t(), flaw)));
        return ContactForms.problems(frame, form).merge(new Problems(added));
    }

    /// {@return the values to save, if the form has no [#problems]}
    public ContactDraft draft(ContactInput form) {
        return form.draft(fields.of(form.kind()));
    }

    /// {@return the inputs of a form for this kind only}
    public List<FieldInputView> inputs(Texts t, ContactInput form) {
        return fields.of(form.kind()).stream().map(field -> input(t, form, field)).toList();
    }

    /// {@return the inputs of a form in which the kind can be chosen}
    public List<FieldInputView> inputsOfBoth(Texts t, ContactInput form) {
        return fields.all().stream().map(field -> input(t, form, field)).toList();
    }

    /// {@return all fields of this contact with their values}
    public List<FieldFact> facts(Texts t, Contact contact) {
        return fields.of(contact.kind()).stream().map(field -> fact(t, contact, field)).toList();
    }

    /// {@return the values that the desk shows, without fields that have none}
    public List<FieldFact> factsAtDesk(Texts t, Contact contact) {
        if (contact.fields().byKey().isEmpty()) {
            return List.of();
        }
        return fields.of(contact.kind()).stream()
                .filter(field -> field.content().atDesk())
                .map(field -> fact(t, contact, field))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    static String text(Texts t, FieldFlaw flaw) {
        var field = flaw.field();
        return t.text(
                "field.flaw." + Keys.word(flaw.kind().name()),
                field.name(t.language()),
                detail(t, field));
    }

    private static Object detail(Texts t, ContactField field) {
        return switch (field.type()) {
            case TEXT -> FieldType.LONGEST_TEXT;
            case LONG_TEXT -> FieldType.LONGEST_LONG_TEXT;
            case WHOLE_NUMBER, DECIMAL -> FieldType.DIGITS;
            case DATE, YES_NO -> "";
            case CHOICE -> named(t, field.content().options());
        };
    }

    private static String named(Texts t, List<FieldOption> options) {
        var names = options.stream().limit(NAMED).map(option -> option.name(t.language()));
        var more = options.size() > NAMED ? Stream.of("…") : Stream.<String>empty();
        return Stream.concat(names, more).collect(Collectors.joining(t.text("admin.comma")));
    }

    private static FieldFact fact(Texts t, Contact contact, ContactField field) {
        var value = contact.fields().of(field.key());
        return new FieldFact(field.name(t.language()), FieldTexts.shown(t, field, value));
    }

    private static FieldInputView input(Texts t, ContactInput form, ContactField field) {
        var content = field.content();
        var value = content.kind() == form.kind() ? form.fields().of(field.key()) : "";
        return new FieldInputView(
                name(field),
                content.kind(),
                field.name(t.language()),
                content.help(t.language()),
                field.type(),
                content.required(),
                value,
                options(t, field, value));
    }

    private static List<SelectOption> options(Texts t, ContactField field, String value) {
        return switch (field.type()) {
            case YES_NO ->
                    List.of(
                            new SelectOption("true", t.text("common.yes"), value.equals("true")),
                            new SelectOption("false", t.text("common.no"), value.equals("false")));
            case CHOICE ->
                    field.content().options().stream()
                            .map(option ->
                                    new SelectOption(
                                            option.id(),
                                            option.name(t.language()),
                                            option.id().equals(value)))
                            .toList();
            case TEXT, LONG_TEXT, WHOLE_NUMBER, DECIMAL, DATE -> List.of();
        };
    }

    private static String name(ContactField field) {
        return field.content().kind().word() + "-" + field.key();
    }
}
