package dev.parley.privacy;

import java.util.BitSet;

/// Marks e-mail addresses.
final class EmailMask implements Mask {
    /// From here on, scripts that no address is written in, and that need no space before one.
    private static final char FIRST_IDEOGRAPH = 0x2E80;

    @Override
    public void mark(String text, BitSet masked) {
        for (var at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            var start = startOfName(text, at);
            var end = endOfDomain(text, at + 1);
            if (start < at && end > at) {
                masked.set(start, end);
            }
        }
    }

    private static int startOfName(String text, int end) {
        var start = end;
        while (start > 0 && isOfName(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /// {@return the end of a domain with at least one dot; -1 if there is none}
    private static int endOfDomain(String text, int start) {
        var end = start;
        while (end < text.length() && isOfDomain(text.charAt(end))) {
            end++;
        }
        while (end > start && !isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        var dot = text.substring(start, end).lastIndexOf('.');
        return dot > 0 && end - start - dot > 2 ? end : -1;
    }

    private static boolean isOfName(char character) {
        return isLetterOrDigit(character) || "!#$%&'*+-/=?^_`{|}~.".indexOf(character) >= 0;
    }

    private static boolean isOfDomain(char character) {
        return isLetterOrDigit(character) || character == '.' || character == '-';
    }

    private static boolean isLetterOrDigit(char character) {
        return character < FIRST_IDEOGRAPH && Character.isLetterOrDigit(character);
    }
}
