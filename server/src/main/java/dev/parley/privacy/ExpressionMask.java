package dev.parley.privacy;

import com.google.re2j.Pattern;
import java.util.BitSet;

/// Marks what a regular expression finds. RE2 takes time in proportion to the text, whatever the
/// expression.
record ExpressionMask(Pattern pattern) implements Mask {
    static ExpressionMask of(String expression) {
        return new ExpressionMask(Pattern.compile(expression));
    }

    @Override
    public void mark(String text, BitSet masked) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            masked.set(matcher.start(), matcher.end());
        }
    }
}
