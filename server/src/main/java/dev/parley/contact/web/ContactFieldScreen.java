package dev.parley.contact.web;

import dev.parley.admin.kit.UserNames;
import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.ContactFieldDraft.Part;
import dev.parley.contact.field.StoredFieldValues;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Renders the page of a field that the company added, which several forms return to.
@Component
class ContactFieldScreen {
    private final Templates templates;
    private final StoredFieldValues values;
    private final UserNames names;

    ContactFieldScreen(Templates templates, StoredFieldValues values, UserNames names) {
        this.templates = templates;
        this.values = values;
        this.names = names;
    }

    /// @param field null for a new one
    /// @param losing how many contacts would lose their value; 0 if that is not the question
    JteModel show(
            PageFrame frame,
            @Nullable ContactField field,
            ContactFieldForm form,
            long losing,
            Problems problems) {
        var title =
                field == null
                        ? frame.text("field.new." + form.draft().kind().word())
                        : field.name(frame.t().language());
        var made =
                field == null
                        ? null
                        : names.made(
                                frame,
                                field.createdAt(),
                                field.createdBy(),
                                field.changedAt(),
                                field.changedBy());
        return templates.contactAddedFieldForm(
                frame,
                new ContactFieldView(
                        field == null ? null : field.id().value(),
                        title,
                        form,
                        field == null ? 0 : values.count(field),
                        losing,
                        made,
                        problems));
    }

    /// {@return the name of the input for this part of a field}
    static String input(Part part) {
        return switch (part) {
            case ENGLISH -> "english";
            case CHINESE -> "chinese";
            case KEY -> "key";
            case ENGLISH_HELP -> "englishHelp";
            case CHINESE_HELP -> "chineseHelp";
            case TYPE -> "type";
            case OPTIONS -> "options";
            case FORM -> "";
        };
    }
}
