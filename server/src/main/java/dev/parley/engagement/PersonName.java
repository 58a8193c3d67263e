package dev.parley.engagement;

import java.util.Set;
import java.util.regex.Pattern;

/// A person's name, taken apart: only the whole name is known.
///
/// A name of one word is the first name and the last name, so that no answer addresses nobody. In a
/// name of Chinese characters, the family name comes first.
///
/// @param full on one line; empty if there is none
record PersonName(String full, String first, String last) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}]+");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2,4}");
    private static final Pattern CHINESE_WORDS = Pattern.compile("\\p{IsHan}+ \\p{IsHan}+");

    /// The family names of two characters that are still common.
    private static final Set<String> COMPOUND =
            Set.of(
                    "歐陽", "司馬", "上官", "諸葛", "司徒", "東方", "皇甫", "尉遲", "公孫", "夏侯", "令狐", "端木", "欧阳",
                    "诸葛");

    static PersonName of(String name) {
        var full = BLANKS.matcher(name).replaceAll(" ").strip();
        var firstBlank = full.indexOf(' ');
        if (CHINESE.matcher(full).matches()) {
            var compound = full.length() > 2 && COMPOUND.contains(full.substring(0, 2));
            var family = compound ? 2 : 1;
            return new PersonName(full, full.substring(family), full.substring(0, family));
        }
        if (firstBlank < 0) {
            return new PersonName(full, full, full);
        }
        var start = full.substring(0, firstBlank);
        var end = full.substring(full.lastIndexOf(' ') + 1);
        return CHINESE_WORDS.matcher(full).matches()
                ? new PersonName(full, end, start)
                : new PersonName(full, start, end);
    }
}
