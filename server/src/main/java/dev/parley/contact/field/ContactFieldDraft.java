package dev.parley.contact.field;

import dev.parley.contact.ContactKind;
import dev.parley.platform.FoldedText;
import dev.parley.platform.StorableText;
import dev.parley.platform.language.Language;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an administrator decides about a field.
///
/// @param kind whose field it is
/// @param key what files and slugs call it; unique for its kind
/// @param english its name, unique for its kind, ignoring case
/// @param chinese its name in Chinese, likewise
/// @param englishHelp shown beside it in forms; empty for none
/// @param chineseHelp likewise, in Chinese
/// @param required whether a form cannot be saved without a value
/// @param atDesk whether the customer summary shows it
/// @param options of a choice; empty for other types
public record ContactFieldDraft(
        ContactKind kind,
        String key,
        String english,
        String chinese,
        String englishHelp,
        String chineseHelp,
        FieldType type,
        boolean required,
        boolean atDesk,
        List<FieldOption> options) {
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_HELP = 200;
    public static final int LONGEST_KEY = 30;
    public static final int MOST_OPTIONS = 50;

    /// The columns that every file with contacts can have.
    private static final Set<String> RESERVED =
            Set.of("number", "kind", "name", "company", "emails", "phones", "tags", "notes");

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,29}");
    private static final Pattern NOT_IN_KEY = Pattern.compile("[^a-z0-9]+");

    public ContactFieldDraft {
        english = clean(english);
        chinese = clean(chinese);
        englishHelp = clean(englishHelp);
        chineseHelp = clean(chineseHelp);
        options = type == FieldType.CHOICE ? cleaned(options) : List.of();
    }

    /// {@return the same with these options}
    ContactFieldDraft with(List<FieldOption> others) {
        return new ContactFieldDraft(
                kind,
                key,
                english,
                chinese,
                englishHelp,
                chineseHelp,
                type,
                required,
                atDesk,
                others);
    }

    /// {@return its name in this language}
    public String name(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case CHINESE -> chinese;
        };
    }

    /// {@return its help in this language, or else in the other one; empty for none}
    public String help(Language language) {
        var helps =
                switch (language) {
                    case ENGLISH -> Stream.of(englishHelp, chineseHelp);
                    case CHINESE -> Stream.of(chineseHelp, englishHelp);
                };
        return helps.filter(help -> !help.isEmpty()).findFirst().orElse("");
    }

    /// {@return a key from an English name; empty if it has no letters or digits}
    public static String keyOf(String english) {
        var words = NOT_IN_KEY.matcher(english.toLowerCase(Locale.ROOT)).replaceAll("_");
        var key = words.replaceAll("^[_0-9]+|_+$", "");
        return key.length() <= LONGEST_KEY
                ? key
                : key.substring(0, LONGEST_KEY).replaceAll("_+$", "");
    }

    /// {@return what is wrong, by part; empty if it can be saved}
    public Map<Part, DefinitionFlaw> flaws() {
        var flaws = new LinkedHashMap<Part, DefinitionFlaw>();
        name(flaws, Part.ENGLISH, english);
        name(flaws, Part.CHINESE, chinese);
        if (!KEY.matcher(key).matches()) {
            flaws.put(Part.KEY, DefinitionFlaw.NO_KEY);
        } else if (RESERVED.contains(key)) {
            flaws.put(Part.KEY, DefinitionFlaw.RESERVED_KEY);
        }
        if (englishHelp.length() > LONGEST_HELP) {
            flaws.put(Part.ENGLISH_HELP, DefinitionFlaw.HELP_TOO_LONG);
        }
        if (chineseHelp.length() > LONGEST_HELP) {
            flaws.put(Part.CHINESE_HELP, DefinitionFlaw.HELP_TOO_LONG);
        }
        if (type == FieldType.CHOICE) {
            options(flaws);
        }
        return flaws;
    }

    private static void name(Map<Part, DefinitionFlaw> flaws, Part part, String name) {
        if (name.isEmpty()) {
            flaws.put(part, DefinitionFlaw.NO_NAME);
        } else if (name.length() > LONGEST_NAME) {
            flaws.put(part, DefinitionFlaw.NAME_TOO_LONG);
        }
    }

    private void options(Map<Part, DefinitionFlaw> flaws) {
        var names = options.stream().flatMap(one -> Stream.of(one.english(), one.chinese()));
        if (options.isEmpty()) {
            flaws.put(Part.OPTIONS, DefinitionFlaw.NO_OPTIONS);
        } else if (options.size() > MOST_OPTIONS) {
            flaws.put(Part.OPTIONS, DefinitionFlaw.TOO_MANY_OPTIONS);
        } else if (names.anyMatch(name -> name.length() > FieldOption.LONGEST_NAME)) {
            flaws.put(Part.OPTIONS, DefinitionFlaw.OPTION_TOO_LONG);
        } else if (!areDistinct()) {
            flaws.put(Part.OPTIONS, DefinitionFlaw.OPTION_TWICE);
        }
    }

    /// An option may have the same name in both languages.
    private boolean areDistinct() {
        var names = new HashSet<String>();
        return options.stream()
                .allMatch(one ->
                        Stream.of(one.english(), one.chinese())
                                .map(FoldedText::of)
                                .distinct()
                                .allMatch(names::add));
    }

    /// A name in one language stands for both; rows without a name are left out.
    private static List<FieldOption> cleaned(List<FieldOption> options) {
        return options.stream()
                .map(one -> new FieldOption(one.id(), clean(one.english()), clean(one.chinese())))
                .filter(one -> !one.english().isEmpty() || !one.chinese().isEmpty())
                .map(one ->
                        new FieldOption(
                                one.id(),
                                one.english().isEmpty() ? one.chinese() : one.english(),
                                one.chinese().isEmpty() ? one.english() : one.chinese()))
                .toList();
    }

    private static String clean(String typed) {
        return StorableText.clean(typed.strip().replaceAll("[\\r\\n\\t]+", " "));
    }

    /// A part of the form.
    public enum Part {
        ENGLISH,
        CHINESE,
        KEY,
        ENGLISH_HELP,
        CHINESE_HELP,
        TYPE,
        OPTIONS,
        FORM
    }
}
