package dev.parley.privacy;

import java.util.BitSet;

/// Marks payment card numbers: 13 to 19 digits, maybe in groups, whose check digit is right (Luhn).
/// A number that goes on in the same group is something else.
final class CardNumberMask implements Mask {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int MOST_SEPARATORS = 3;

    @Override
    public void mark(String text, BitSet masked) {
        for (var at = 0; at < text.length(); at++) {
            if (isFirst(text, at)) {
                var end = endOfNumber(text, at);
                if (end > at) {
                    masked.set(at, end);
                    at = end - 1;
                }
            }
        }
    }

    /// No card number begins with another digit.
    private static boolean isFirst(String text, int at) {
        var digit = text.charAt(at);
        return digit >= '2' && digit <= '6' && (at == 0 || !isDigit(text.charAt(at - 1)));
    }

    /// {@return the end of the longest card number that begins here; `start` if none does}
    private static int endOfNumber(String text, int start) {
        var digits = new int[LONGEST];
        var count = 0;
        var separators = 0;
        var end = start;
        for (var at = start; at < text.length() && separators <= MOST_SEPARATORS; at++) {
            var character = text.charAt(at);
            if (isDigit(character)) {
                if (count == LONGEST) {
                    return end;
                }
                digits[count++] = character - '0';
                separators = 0;
                if (endsGroup(text, at) && count >= SHORTEST && isValid(digits, count)) {
                    end = at + 1;
                }
            } else if (isSeparator(character)) {
                separators++;
            } else {
                return end;
            }
        }
        return end;
    }

    private static boolean endsGroup(String text, int at) {
        return at + 1 == text.length() || !isDigit(text.charAt(at + 1));
    }

    private static boolean isValid(int[] digits, int count) {
        var sum = 0;
        for (var index = 0; index < count; index++) {
            var digit = digits[count - 1 - index];
            var doubled = index % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /// Spaces of all kinds, line breaks, invisible characters, and what people write between
    /// groups.
    private static boolean isSeparator(char character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.FORMAT, Character.DASH_PUNCTUATION -> true;
            default -> ".\t\n\r/_,".indexOf(character) >= 0;
        };
    }
}
