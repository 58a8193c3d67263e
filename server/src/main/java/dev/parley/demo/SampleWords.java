package dev.parley.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in templates: a slot has the same value in all templates of one conversation.
final class SampleWords {
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern SLOT = Pattern.compile("\\{([^}]*)}");

    /// Between a Chinese character and a digit there is a space.
    private static final Pattern BESIDE_DIGITS =
            Pattern.compile("(?<=\\p{IsHan})(?=\\d)|(?<=\\d)(?=\\p{IsHan})");

    private final SampleScripts scripts;
    private final RandomGenerator random;
    private final Map<String, String> values;

    /// @param given values of slots that are not in a list
    SampleWords(SampleScripts scripts, RandomGenerator random, Map<String, String> given) {
        this.scripts = scripts;
        this.random = random;
        this.values = new HashMap<>(given);
    }

    static <T> T any(RandomGenerator random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    String fill(String template) {
        var chosen =
                CHOICE.matcher(template)
                        .replaceAll(choice -> quoted(any(List.of(choice.group(1).split("\\|")))));
        var filled = SLOT.matcher(chosen).replaceAll(slot -> quoted(value(slot.group(1))));
        return capitalized(BESIDE_DIGITS.matcher(filled).replaceAll(" "));
    }

    private String value(String slot) {
        return values.computeIfAbsent(slot, name -> any(scripts.list(name)));
    }

    private String any(List<String> some) {
        return any(random, some);
    }

    private static String capitalized(String text) {
        return text.contains("@")
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
