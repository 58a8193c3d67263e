package dev.parley.contact;

import dev.parley.contact.ContactInput.Field;
import dev.parley.contact.field.FieldValues;
import dev.parley.platform.FoldedText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What becomes of two contacts, or two companies, when one is merged into the other: addresses and
/// tags are united, notes follow each other, and of what there can only be one the user chooses.
///
/// @param kept which one stays
/// @param other which one is merged into it
public record MergePlan(Contact kept, Contact other) {
    public MergePlan {
        if (!fits(kept, other)) {
            throw new IllegalArgumentException(
                    "Contact %s cannot be merged into %s".formatted(other.id(), kept.id()));
        }
    }

    /// {@return whether one can be merged into the other: two different ones of the same kind}
    public static boolean fits(Contact kept, Contact other) {
        return kept.kind() == other.kind() && !kept.id().equals(other.id());
    }

    public List<String> emails() {
        return united(kept.emails(), other.emails(), UnaryOperator.identity());
    }

    /// {@return their telephone numbers, each once in whatever notation}
    public List<String> phones() {
        return united(kept.phones(), other.phones(), ContactKeys::ofPhone);
    }

    public List<String> tags() {
        return united(kept.tags(), other.tags(), FoldedText::of);
    }

    public String notes() {
        return Stream.of(kept.notes(), other.notes())
                .filter(notes -> !notes.isEmpty())
                .distinct()
                .reduce((one, next) -> one + "\n\n" + next)
                .orElse("");
    }

    /// {@return the values of the fields that the company added, of which the user chooses one
    /// each}
    public FieldValues fields(MergeChoices choices) {
        var values = new HashMap<>(kept.fields().byKey());
        for (var key : choices.otherFields()) {
            values.put(key, other.fields().of(key));
        }
        values.values().removeIf(String::isEmpty);
        return new FieldValues(values);
    }

    /// {@return the fields of which there would be more than a contact can have}
    public Set<Field> tooMuch() {
        var fields = EnumSet.noneOf(Field.class);
        add(fields, Field.EMAILS, emails().size() > ContactInput.ADDRESSES);
        add(fields, Field.PHONES, phones().size() > ContactInput.ADDRESSES);
        add(fields, Field.TAGS, tags().size() > ContactInput.TAGS);
        add(fields, Field.NOTES, notes().length() > ContactInput.NOTES);
        return fields;
    }

    private static void add(Set<Field> fields, Field field, boolean exceeds) {
        if (exceeds) {
            fields.add(field);
        }
    }

    private static List<String> united(
            List<String> ones, List<String> others, UnaryOperator<String> key) {
        var all = new LinkedHashMap<String, String>();
        Stream.concat(ones.stream(), others.stream())
                .forEach(value -> all.putIfAbsent(key.apply(value), value));
        return new ArrayList<>(all.values());
    }
}
