package dev.parley.contact.web;

import dev.parley.contact.ContactKind;
import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.ContactFieldDraft;
import dev.parley.contact.field.FieldOption;
import dev.parley.contact.field.FieldType;
import dev.parley.platform.web.FormInput;
import java.util.ArrayList;
import java.util.List;

/// The form of a field that the company adds to its contacts or companies, as typed.
///
/// @param draft with options also while the type is no choice
/// @param options as typed, in their order
/// @param removesValues whether contacts lose a value whose option is removed
/// @param revision of the field when the form was opened; 0 for a new one
public record ContactFieldForm(
        ContactFieldDraft draft, List<FieldOption> options, boolean removesValues, int revision) {
    public ContactFieldForm {
        options = List.copyOf(options);
    }

    static ContactFieldForm empty(ContactKind kind) {
        var draft =
                new ContactFieldDraft(
                        kind, "", "", "", "", "", FieldType.TEXT, false, true, List.of());
        return new ContactFieldForm(draft, List.of(), false, 0);
    }

    /// {@return the initial form}
    static ContactFieldForm of(ContactField field) {
        return new ContactFieldForm(
                field.content(), field.content().options(), false, field.revision());
    }

    /// {@return the form for a new field} Without a key it gets one from its English name.
    static ContactFieldForm typed(FormInput typed, ContactKind kind) {
        var key = typed.text("key");
        return typed(
                typed, kind, key.isEmpty() ? ContactFieldDraft.keyOf(typed.text("english")) : key);
    }

    static ContactFieldForm typed(FormInput typed, ContactKind kind, String key) {
        var options = options(typed);
        return new ContactFieldForm(
                new ContactFieldDraft(
                        kind,
                        key,
                        typed.text("english"),
                        typed.text("chinese"),
                        typed.text("englishHelp"),
                        typed.text("chineseHelp"),
                        typed.one("type", FieldType.class).orElse(FieldType.TEXT),
                        typed.flag("required"),
                        typed.flag("atDesk"),
                        options),
                options,
                typed.flag("removesValues"),
                typed.number("revision"));
    }

    /// {@return the same form, to overwrite a concurrent change}
    ContactFieldForm over(int otherRevision) {
        return new ContactFieldForm(draft, options, removesValues, otherRevision);
    }

    /// A row consists of three values with the same place in the form.
    private static List<FieldOption> options(FormInput typed) {
        var ids = typed.all("optionId");
        var english = typed.all("optionEnglish");
        var chinese = typed.all("optionChinese");
        var rows = Math.min(ids.size(), Math.min(english.size(), chinese.size()));
        var options = new ArrayList<FieldOption>();
        for (var row = 0; row < rows; row++) {
            options.add(
                    new FieldOption(
                            ids.get(row).strip(),
                            english.get(row).strip(),
                            chinese.get(row).strip()));
        }
        return options;
    }
}
