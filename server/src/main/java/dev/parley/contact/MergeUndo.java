package dev.parley.contact;

import dev.parley.contact.ContactInput.Field;
import dev.parley.contact.field.FieldValues;
import dev.parley.platform.FoldedText;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What becomes of the contact that stayed when a merge is undone: what nobody changed since is as
/// it was before the merge, and what somebody changed stays as it is now. Of several addresses,
/// numbers or tags only those go that came with the merge.
///
/// @param before as it was before the merge
/// @param after as it was after the merge
/// @param now as it is now
/// @param other the one that was merged, as it was
record MergeUndo(Contact before, Contact after, Contact now, Contact other) {
    boolean restoresName() {
        return Objects.equals(after.name(), now.name());
    }

    boolean restoresCompany() {
        return Objects.equals(companyId(after), companyId(now));
    }

    List<String> emails() {
        return restored(before.emails(), after.emails(), now.emails(), UnaryOperator.identity());
    }

    List<String> phones() {
        return restored(before.phones(), after.phones(), now.phones(), ContactKeys::ofPhone);
    }

    List<String> tags() {
        return restored(before.tags(), after.tags(), now.tags(), FoldedText::of);
    }

    String notes() {
        return after.notes().equals(now.notes()) ? before.notes() : now.notes();
    }

    /// {@return the values of the fields that the company added, perhaps also of some that it has
    /// removed since}
    FieldValues fields() {
        var values = new HashMap<>(now.fields().byKey());
        for (var key : before.fields().differences(after.fields())) {
            if (after.fields().of(key).equals(now.fields().of(key))) {
                values.put(key, before.fields().of(key));
            }
        }
        values.values().removeIf(String::isEmpty);
        return new FieldValues(values);
    }

    /// {@return the keys of the fields that the company added that somebody changed since}
    Set<String> addedChangedSince() {
        return after.fields().differences(now.fields());
    }

    /// {@return the fields that somebody changed since the merge}
    Set<Field> changedSince() {
        var fields = EnumSet.noneOf(Field.class);
        add(fields, Field.NAME, restoresName());
        add(fields, Field.COMPANY, restoresCompany());
        add(fields, Field.EMAILS, after.emails().equals(now.emails()));
        add(fields, Field.PHONES, after.phones().equals(now.phones()));
        add(fields, Field.TAGS, after.tags().equals(now.tags()));
        add(fields, Field.NOTES, after.notes().equals(now.notes()));
        return fields;
    }

    private static void add(Set<Field> fields, Field field, boolean isUnchanged) {
        if (!isUnchanged) {
            fields.add(field);
        }
    }

    private static @Nullable ContactId companyId(Contact contact) {
        var company = contact.company();
        return company == null ? null : company.id();
    }

    private static List<String> restored(
            List<String> before, List<String> after, List<String> now, UnaryOperator<String> key) {
        if (after.equals(now)) {
            return before;
        }
        var own = before.stream().map(key).collect(Collectors.toSet());
        var added =
                after.stream()
                        .map(key)
                        .filter(each -> !own.contains(each))
                        .collect(Collectors.toSet());
        return now.stream().filter(each -> !added.contains(key.apply(each))).toList();
    }
}
