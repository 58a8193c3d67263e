package dev.parley.contact.web;

import dev.parley.contact.ContactInput;
import dev.parley.contact.field.FieldInput;
import dev.parley.platform.FoldedText;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody typed for a contact that was merged into another in the meantime, together with
/// what the other one has: what they changed is theirs, everything else is as in the one that
/// stayed.
///
/// @param before the contact that was merged, as it was then
/// @param stayed the one that it was merged into
record MergedInput(ContactInput before, ContactInput stayed) {
    ContactInput with(ContactInput typed) {
        return new ContactInput(
                stayed.kind(),
                changed(before.name(), typed.name(), stayed.name()),
                changed(before.company(), typed.company(), stayed.company()),
                united(stayed.emails(), typed.emails(), "\n"),
                united(stayed.phones(), typed.phones(), "\n"),
                united(stayed.tags(), typed.tags(), ", "),
                notes(typed.notes().strip()),
                fields(typed.fields()));
    }

    private static String changed(String before, String typed, String stayed) {
        return typed.isBlank() || typed.strip().equals(before) ? stayed : typed;
    }

    private static String united(String stayed, String typed, String between) {
        var own = ContactInput.split(stayed);
        var known = own.stream().map(FoldedText::of).collect(Collectors.toSet());
        var added =
                ContactInput.split(typed).stream()
                        .filter(each -> !known.contains(FoldedText.of(each)));
        return Stream.concat(own.stream(), added).collect(Collectors.joining(between));
    }

    private String notes(String typed) {
        var paragraphs = List.of(stayed.notes().split("\\R{2,}"));
        if (typed.isEmpty() || typed.equals(stayed.notes()) || paragraphs.contains(typed)) {
            return stayed.notes();
        }
        return stayed.notes().isBlank() ? typed : stayed.notes() + "\n\n" + typed;
    }

    private FieldInput fields(FieldInput typed) {
        var all = new HashMap<>(stayed.fields().typed());
        typed.typed()
                .forEach((key, text) ->
                        all.put(
                                key,
                                changed(before.fields().of(key), text, stayed.fields().of(key))));
        return new FieldInput(all);
    }
}
