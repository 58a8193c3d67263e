package dev.parley.contact;

import dev.parley.contact.field.ContactField;
import dev.parley.contact.field.FieldInput;
import dev.parley.platform.FoldedText;
import dev.parley.platform.StorableText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The fields of a contact as they were typed, or read from a file.
///
/// @param emails one a line, or separated by commas or semicolons; the telephone numbers and tags
///   likewise
/// @param fields the fields that the company added
public record ContactInput(
        ContactKind kind,
        String name,
        String company,
        String emails,
        String phones,
        String tags,
        String notes,
        FieldInput fields) {
    /// The maximum number of characters of a name.
    public static final int NAME = 100;

    public static final int EMAIL = 254;
    public static final int PHONE = 40;
    public static final int TAG = 40;
    public static final int NOTES = 5_000;

    /// The maximum number of e-mail addresses, and of telephone numbers.
    public static final int ADDRESSES = 10;

    public static final int TAGS = 20;

    /// The longest text of a field with several values that is read at all.
    public static final int LIST = 4_000;

    private static final Pattern SEPARATOR = Pattern.compile("[\\r\\n,;，；、]+");
    private static final Pattern VALID_EMAIL =
            Pattern.compile("[^\\s@<>\"(),;]+@[^\\s@<>\"(),;]+\\.[^\\s@<>\"(),;.]+");
    private static final Pattern VALID_PHONE =
            Pattern.compile(
                    "\\+?[0-9 ()./\\-]*[0-9][0-9 ()./\\-]*(?:(?:#|ext\\.?|x) ?[0-9]{1,6})?");

    public static ContactInput empty(ContactKind kind) {
        return named(kind, "");
    }

    /// {@return an empty form but for the name}
    public static ContactInput named(ContactKind kind, String name) {
        return new ContactInput(kind, name, "", "", "", "", "", FieldInput.NONE);
    }

    /// {@return the initial form}
    public static ContactInput of(ContactDraft draft) {
        return new ContactInput(
                draft.kind(),
                draft.name(),
                draft.company(),
                String.join("\n", draft.emails()),
                String.join("\n", draft.phones()),
                String.join(", ", draft.tags()),
                draft.notes(),
                FieldInput.of(draft.fields()));
    }

    /// {@return what is wrong, by field; empty if [#draft] can be saved, as far as the fields that
    /// the company added are valid}
    public Map<Field, Flaw> flaws() {
        var flaws = new LinkedHashMap<Field, Flaw>();
        if (name.isBlank()) {
            flaws.put(Field.NAME, new Flaw(Flaw.Kind.MISSING, ""));
        } else if (name.length() > NAME) {
            flaws.put(Field.NAME, tooLong(NAME));
        }
        if (company.length() > NAME) {
            flaws.put(Field.COMPANY, tooLong(NAME));
        }
        check(flaws, Field.EMAILS, emails, ADDRESSES, EMAIL);
        check(flaws, Field.PHONES, phones, ADDRESSES, PHONE);
        check(flaws, Field.TAGS, tags, TAGS, TAG);
        if (notes.length() > NOTES) {
            flaws.put(Field.NOTES, tooLong(NOTES));
        }
        return flaws;
    }

    /// {@return the values to save, if there are no [#flaws]}
    ///
    /// @param added the fields that the company added to this kind
    public ContactDraft draft(List<ContactField> added) {
        return new ContactDraft(
                kind,
                clean(name),
                kind == ContactKind.COMPANY ? "" : clean(company),
                split(emails).stream().map(ContactKeys::ofEmail).distinct().toList(),
                split(phones),
                split(tags),
                StorableText.clean(notes.replace("\r\n", "\n").strip()),
                fields.values(added));
    }

    private static void check(
            Map<Field, Flaw> flaws, Field field, String typed, int most, int longest) {
        if (typed.length() > LIST) {
            flaws.put(field, tooLong(LIST));
            return;
        }
        var values = split(typed);
        if (values.size() > most) {
            flaws.put(field, new Flaw(Flaw.Kind.TOO_MANY, Integer.toString(most)));
        }
        values.stream()
                .filter(value -> value.length() > longest || !isValid(field, value))
                .findFirst()
                .ifPresent(value -> flaws.putIfAbsent(field, new Flaw(Flaw.Kind.INVALID, value)));
    }

    private static boolean isValid(Field field, String value) {
        return switch (field) {
            case EMAILS -> VALID_EMAIL.matcher(value).matches();
            case PHONES -> isPhone(FoldedText.of(value));
            case NAME, COMPANY, TAGS, NOTES -> true;
        };
    }

    private static boolean isPhone(String value) {
        var digits = value.chars().filter(Character::isDigit).count();
        return digits >= 3 && digits <= 20 && VALID_PHONE.matcher(value).matches();
    }

    /// {@return the addresses, numbers or tags in a text, without repetitions}
    public static List<String> split(String typed) {
        return Arrays.stream(SEPARATOR.split(typed))
                .map(ContactInput::clean)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static String clean(String typed) {
        return StorableText.clean(typed.strip().replaceAll("[\\r\\n\\t]+", " "));
    }

    private static Flaw tooLong(int most) {
        return new Flaw(Flaw.Kind.TOO_LONG, Integer.toString(most));
    }

    /// A field, by its name in forms and texts.
    public enum Field {
        NAME,
        COMPANY,
        EMAILS,
        PHONES,
        TAGS,
        NOTES;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is wrong with a field.
    ///
    /// @param detail the limit that is exceeded, or the value that is not valid
    public record Flaw(Kind kind, String detail) {
        /// The kinds of flaws, by their names in text keys.
        public enum Kind {
            MISSING,
            TOO_LONG,
            TOO_MANY,
            INVALID
        }
    }
}
