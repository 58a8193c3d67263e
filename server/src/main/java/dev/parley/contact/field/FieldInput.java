package dev.parley.contact.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of fields as they were typed, or read from a file.
///
/// @param typed by the keys of the fields
public record FieldInput(Map<String, String> typed) {
    public static final FieldInput NONE = new FieldInput(Map.of());

    public FieldInput {
        typed = Map.copyOf(typed);
    }

    /// {@return the initial form}
    public static FieldInput of(FieldValues values) {
        return new FieldInput(values.byKey());
    }

    /// {@return what was typed for this field; empty for nothing}
    public String of(String key) {
        return typed.getOrDefault(key, "");
    }

    /// {@return what is wrong; empty if [#values] can be saved}
    ///
    /// @param fields all of the kind
    public List<FieldFlaw> flaws(List<ContactField> fields) {
        var flaws = new ArrayList<FieldFlaw>();
        for (var field : fields) {
            switch (FieldReading.of(field, of(field.key()))) {
                case FieldReading.Flawed(var kind) -> flaws.add(new FieldFlaw(field, kind));
                case FieldReading.Read(var text)
                        when text.isEmpty() && field.content().required() ->
                        flaws.add(new FieldFlaw(field, FieldFlaw.Kind.MISSING));
                case FieldReading.Read _ -> {}
            }
        }
        return flaws;
    }

    /// {@return the values to save, if there are no [#flaws]}
    ///
    /// @param fields all of the kind
    public FieldValues values(List<ContactField> fields) {
        var values = new HashMap<String, String>();
        for (var field : fields) {
            if (FieldReading.of(field, of(field.key())) instanceof FieldReading.Read(var text)
                    && !text.isEmpty()) {
                values.put(field.key(), text);
            }
        }
        return new FieldValues(values);
    }
}
