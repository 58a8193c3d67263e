package dev.parley.contact.web;

import dev.parley.contact.ContactInput;
import dev.parley.contact.ContactInput.Field;
import dev.parley.contact.field.ContactField;
import dev.parley.platform.web.PageFrame;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a merge says.
final class MergeTexts {
    /// What the names of choices of added fields begin with, in the form.
    static final String ADDED = "field-";

    private MergeTexts() {}

    /// {@return why two contacts with too much of these fields cannot be merged, in sentences}
    static List<String> tooMuch(PageFrame frame, Collection<Field> fields) {
        return fields.stream()
                .sorted()
                .map(field -> frame.text("contact.merge.tooMuch." + field.word(), most(field)))
                .toList();
    }

    /// {@return the names of these fields, in a list; empty for none}
    ///
    /// @param added those that the company added
    static String names(PageFrame frame, Collection<Field> fields, List<ContactField> added) {
        return Stream.concat(
                        fields.stream()
                                .sorted()
                                .map(field -> frame.text("contact.field." + field.word())),
                        added.stream().map(field -> field.name(frame.t().language())))
                .collect(Collectors.joining(frame.text("admin.comma")));
    }

    private static int most(Field field) {
        return switch (field) {
            case EMAILS, PHONES -> ContactInput.ADDRESSES;
            case TAGS -> ContactInput.TAGS;
            case NOTES -> ContactInput.NOTES;
            case NAME, COMPANY -> 1;
        };
    }
}
