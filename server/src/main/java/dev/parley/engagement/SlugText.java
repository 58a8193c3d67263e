package dev.parley.engagement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A text with slugs: `{CustomerFirstName}`, or `{CustomerFirstName|friend}` with what stands there
/// if there is no value. Without a value and without that, the slug and the blank beside it
/// disappear. `{Customer.key}` is a field that the company added; one that does not exist, or not
/// any more, has no value.
public final class SlugText {
    private static final Pattern SLUG = Pattern.compile("\\{([^{}|\\n]*)(?:\\|([^{}\\n]*))?}");

    private static final Pattern FIELD =
            Pattern.compile(
                    "(?i)" + Pattern.quote(CustomerSlugs.PREFIX) + "([a-z][a-z0-9_]{0,29})");

    /// What may follow a blank that disappears.
    private static final String CLOSING = " \n,.;:!?)，。、；：！？）」";

    private SlugText() {}

    /// {@return what stands in braces without being a slug, without repetitions}
    public static List<String> unknownIn(String text) {
        return SLUG.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !isSlug(name.strip()))
                .distinct()
                .toList();
    }

    /// {@return the text for one conversation} Values are inserted as they are: braces in a
    /// customer's name mean nothing.
    public static String filled(String text, SlugValues values) {
        var filled = new StringBuilder(text.length());
        var end = 0;
        for (var found : SLUG.matcher(text).results().toList()) {
            filled.append(text, end, found.start());
            var value = value(found, values);
            filled.append(value);
            end = found.end();
            if (value.isEmpty()) {
                end = withoutBlank(filled, text, end);
            }
        }
        return filled.append(text, end, text.length()).toString();
    }

    private static String value(MatchResult slug, SlugValues values) {
        var name = slug.group(1).strip();
        var value = Slug.named(name).map(values::of).or(() -> ofField(name, values));
        var other = Optional.ofNullable(slug.group(2)).map(String::strip);
        return value.isEmpty()
                ? slug.group()
                : value.filter(one -> !one.isBlank()).or(() -> other).orElse("");
    }

    private static boolean isSlug(String name) {
        return Slug.named(name).isPresent() || FIELD.matcher(name).matches();
    }

    private static Optional<String> ofField(String name, SlugValues values) {
        var field = FIELD.matcher(name);
        return field.matches()
                ? Optional.of(values.ofField(field.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /// Removes the blank before or after a slug without a value; {@return where the text continues}
    private static int withoutBlank(StringBuilder filled, String text, int end) {
        var next = end < text.length() ? text.charAt(end) : '\n';
        var last = filled.isEmpty() ? '\n' : filled.charAt(filled.length() - 1);
        if (last == ' ' && CLOSING.indexOf(next) >= 0) {
            filled.setLength(filled.length() - 1);
        } else if (last == '\n' && next == ' ') {
            return end + 1;
        }
        return end;
    }
}
