package dev.parley.privacy;

import java.util.BitSet;
import java.util.List;

/// Applies masks to a text. Wide letters and digits (ＡＢＣ１２３) count as narrow ones.
final class MaskedText {
    private static final char MASK = '#';
    private static final int WIDE = 0xFEE0;

    private MaskedText() {}

    static String of(String text, List<Mask> masks) {
        if (masks.isEmpty() || text.isEmpty()) {
            return text;
        }
        var narrow = narrow(text);
        var masked = new BitSet();
        masks.forEach(mask -> mask.mark(narrow, masked));
        return masked.isEmpty() ? text : replaced(text, masked);
    }

    /// One `#` for each character, so that the length still tells what it was.
    private static String replaced(String text, BitSet masked) {
        var result = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); ) {
            var character = text.codePointAt(at);
            if (masked.get(at)) {
                result.append(MASK);
            } else {
                result.appendCodePoint(character);
            }
            at += Character.charCount(character);
        }
        return result.toString();
    }

    /// Keeps the length, so that an index means the same place in both.
    private static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            narrow.append(narrow(text.charAt(at)));
        }
        return narrow.toString();
    }

    private static char narrow(char wide) {
        if (wide < 0x80) {
            return wide;
        }
        if (wide >= 0xFF01 && wide <= 0xFF5E) {
            return (char) (wide - WIDE);
        }
        return Character.isDigit(wide) ? (char) ('0' + Character.digit(wide, 10)) : wide;
    }
}
