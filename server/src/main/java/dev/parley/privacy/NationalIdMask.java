package dev.parley.privacy;

import java.util.BitSet;
import java.util.Locale;

/// Marks Taiwanese national IDs and resident certificate numbers: a letter, a digit or letter for
/// the kind, and eight digits, the last of which is a check digit.
final class NationalIdMask implements Mask {
    private static final int LENGTH = 10;
    private static final int FIRST_CODE = 10;

    /// Each letter stands for the number of its place, counted from [#FIRST_CODE].
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    /// What follows the letter: 1, 2 for citizens, 8, 9 or a letter for residents.
    private static final String KINDS = "1289ABCD";

    @Override
    public void mark(String text, BitSet masked) {
        for (var at = 0; at + LENGTH <= text.length(); at++) {
            if (isAt(text, at)) {
                masked.set(at, at + LENGTH);
                at += LENGTH - 1;
            }
        }
    }

    private static boolean isAt(String text, int start) {
        if (!isLetter(text.charAt(start)) || (start > 0 && isWord(text.charAt(start - 1)))) {
            return false;
        }
        var end = start + LENGTH;
        return (end == text.length() || !isWord(text.charAt(end)))
                && isValid(text.substring(start, end).toUpperCase(Locale.ROOT));
    }

    private static boolean isValid(String number) {
        var code = FIRST_CODE + LETTERS.indexOf(number.charAt(0));
        if (number.length() != LENGTH || KINDS.indexOf(number.charAt(1)) < 0) {
            return false;
        }
        var sum = code / 10 + code % 10 * 9 + kind(number.charAt(1)) * 8;
        for (var index = 2; index < LENGTH; index++) {
            var digit = number.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += digit * Math.max(1, LENGTH - 1 - index);
        }
        return sum % 10 == 0;
    }

    private static int kind(char character) {
        return isLetter(character)
                ? (FIRST_CODE + LETTERS.indexOf(character)) % 10
                : character - '0';
    }

    private static boolean isLetter(char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
    }

    private static boolean isWord(char character) {
        return isLetter(character) || (character >= '0' && character <= '9');
    }
}
