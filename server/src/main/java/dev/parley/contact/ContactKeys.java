package dev.parley.contact;

import dev.parley.platform.FoldedText;
import java.util.List;

/// How names, e-mail addresses and telephone numbers are compared: without differences in case,
/// width or punctuation.
public final class ContactKeys {
    /// A number with its country's prefix and one without it have at least these digits in common.
    private static final int COMMON_DIGITS = 9;

    private ContactKeys() {}

    /// {@return the name as it is compared; empty for a blank one}
    public static String ofName(String name) {
        return FoldedText.of(name).strip().replaceAll("\\s+", " ");
    }

    /// {@return the address as it is stored and compared}
    public static String ofEmail(String email) {
        return FoldedText.of(email).strip();
    }

    /// {@return the last digits of the number, which it has in every notation}
    public static String ofPhone(String phone) {
        var digits = FoldedText.of(phone).replaceAll("\\D", "");
        return digits.length() <= COMMON_DIGITS
                ? digits
                : digits.substring(digits.length() - COMMON_DIGITS);
    }

    static List<String> ofPhones(List<String> phones) {
        return phones.stream().map(ContactKeys::ofPhone).distinct().toList();
    }
}
