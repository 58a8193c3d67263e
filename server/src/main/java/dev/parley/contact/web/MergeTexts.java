package dev.parley.contact.web;

import dev.parley.contact.ContactInput;
import dev.parley.contact.ContactInput.Field;
import dev.parley.platform.web.PageFrame;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What a merge says.
final class MergeTexts {
    private MergeTexts() {}

    /// {@return why two contacts with too much of these fields cannot be merged, in sentences}
    static List<String> tooMuch(PageFrame frame, Collection<Field> fields) {
        return fields.stream()
                .sorted()
                .map(field -> frame.text("contact.merge.tooMuch." + field.word(), most(field)))
                .toList();
    }

    /// {@return the names of these fields, in a list; empty for none}
    static String names(PageFrame frame, Collection<Field> fields) {
        return fields.stream()
                .sorted()
                .map(field -> frame.text("contact.field." + field.word()))
                .collect(Collectors.joining(frame.text("contact.merge.comma")));
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
