package dev.parley.contact;

import dev.parley.platform.FoldedText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The e-mail addresses and telephone numbers in what a customer wrote, as they are compared.
///
/// @param phones as in [ContactKeys#ofPhone]
public record WrittenDetails(Set<String> emails, Set<String> phones) {
    public static final WrittenDetails NONE = new WrittenDetails(Set.of(), Set.of());

    private static final int MOST = 20;
    private static final int LONGEST_TEXT = 4_000;

    private static final Pattern EMAIL =
            Pattern.compile(
                    "(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,6}");

    private static final Pattern PHONE =
            Pattern.compile("(?<![0-9a-z@])\\+?[0-9(][0-9 ()./-]{5,22}[0-9](?![0-9a-z@])");

    public WrittenDetails {
        emails = Set.copyOf(emails);
        phones = Set.copyOf(phones);
    }

    /// {@return what is found in these texts, up to a limit}
    public static WrittenDetails in(Collection<String> texts) {
        var emails = new LinkedHashSet<String>();
        var phones = new LinkedHashSet<String>();
        for (var text : texts) {
            find(text, emails, phones);
        }
        return new WrittenDetails(first(emails), first(phones));
    }

    public boolean isEmpty() {
        return emails.isEmpty() && phones.isEmpty();
    }

    private static void find(String text, Set<String> emails, Set<String> phones) {
        var start = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        var folded = FoldedText.of(start);
        EMAIL.matcher(folded).results().forEach(found -> emails.add(found.group()));
        PHONE.matcher(folded)
                .results()
                .map(found -> found.group().replaceAll("\\D", ""))
                .filter(digits -> digits.length() >= 7 && digits.length() <= 15)
                .forEach(digits -> phones.add(ContactKeys.ofPhone(digits)));
    }

    private static Set<String> first(Set<String> found) {
        var some = new LinkedHashSet<String>();
        found.stream().limit(MOST).forEach(some::add);
        return some;
    }
}
