package dev.parley.contact.web;

import dev.parley.contact.Contact;
import dev.parley.contact.ContactInput;
import dev.parley.contact.ContactInput.Field;
import dev.parley.contact.ContactInput.Flaw;
import dev.parley.contact.ContactKind;
import dev.parley.contact.field.FieldInput;
import dev.parley.platform.language.Keys;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import java.util.Map;
import java.util.stream.Collectors;

/// The form of a contact, which the desk shows as well: reads and checks it.
public final class ContactForms {
    private ContactForms() {}

    static ContactInput typed(FormInput typed, ContactKind kind, FieldInput fields) {
        return new ContactInput(
                kind,
                typed.text("name"),
                typed.text("company"),
                typed.text("emails"),
                typed.text("phones"),
                typed.text("tags"),
                typed.text("notes"),
                fields);
    }

    /// {@return the kind with this name in a form or an address; a person for any other}
    public static ContactKind kind(String word) {
        return word.equals(ContactKind.COMPANY.word()) ? ContactKind.COMPANY : ContactKind.PERSON;
    }

    /// {@return what is wrong with the form, as messages by field}
    static Problems problems(PageFrame frame, ContactInput form) {
        return new Problems(
                form.flaws().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        flaw -> flaw.getKey().word(), flaw -> text(frame, flaw))));
    }

    static String text(PageFrame frame, Map.Entry<Field, Flaw> flaw) {
        var key = flaw.getKey().word() + "." + Keys.word(flaw.getValue().kind().name());
        return frame.text("contact.flaw." + key, flaw.getValue().detail());
    }

    /// {@return the name of a contact; its number if the name was erased}
    public static String name(PageFrame frame, Contact contact) {
        var name = contact.name();
        return name == null
                ? frame.text("contact.unnamed", String.valueOf(contact.number()))
                : name;
    }
}
