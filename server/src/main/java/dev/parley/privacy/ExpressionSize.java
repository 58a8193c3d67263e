package dev.parley.privacy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Estimates how large a regular expression becomes when its counted repetitions are written out,
/// without doing so: `(a{100}){100}` is 10,000. The time that it takes for each character of a text
/// is in proportion to it.
final class ExpressionSize {
    static final int LARGEST = 250;

    private static final Pattern COUNT = Pattern.compile("\\{([0-9]{1,4})(,([0-9]{0,4}))?\\}");
    private static final long ENDLESS = 1_000_000;

    private final String expression;
    private final Deque<Long> groups = new ArrayDeque<>();
    private long size;
    private long last;

    private ExpressionSize(String expression) {
        this.expression = expression;
    }

    static long of(String expression) {
        return new ExpressionSize(expression).measure();
    }

    private long measure() {
        for (var at = 0; at < expression.length(); ) {
            at = read(at);
        }
        while (!groups.isEmpty()) {
            close();
        }
        return size;
    }

    /// {@return where the next part begins}
    private int read(int at) {
        return switch (expression.charAt(at)) {
            case '\\' -> escape(at);
            case '[' -> atom(endOfClass(at));
            case '(' -> open(at + 1);
            case ')' -> {
                close();
                yield at + 1;
            }
            case '{' -> repeated(at);
            default -> atom(at + 1);
        };
    }

    /// A quotation hides what follows it from this reading, so its size is unknown.
    private int escape(int at) {
        if (expression.startsWith("\\Q", at)) {
            size = ENDLESS;
            return expression.length();
        }
        return atom(at + escapeLength(at));
    }

    private int atom(int next) {
        last = 1;
        size = Math.min(ENDLESS, size + 1);
        return next;
    }

    private int open(int next) {
        groups.push(size);
        size = 0;
        return next;
    }

    private void close() {
        var inside = Math.max(1, size);
        size = Math.min(ENDLESS, inside + (groups.isEmpty() ? 0 : groups.pop()));
        last = inside;
    }

    private int repeated(int at) {
        var count = COUNT.matcher(expression).region(at, expression.length());
        if (!count.lookingAt()) {
            return atom(at + 1);
        }
        var times = Math.max(number(count.group(1)), number(count.group(3)));
        size = Math.min(ENDLESS, size + last * Math.max(0, times - 1));
        last = Math.min(ENDLESS, last * Math.max(1, times));
        return count.end();
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private int escapeLength(int at) {
        var braced = at + 2 < expression.length() && expression.charAt(at + 2) == '{';
        var end = braced ? expression.indexOf('}', at) : -1;
        return end > 0 && "pPx".indexOf(expression.charAt(at + 1)) >= 0 ? end + 1 - at : 2;
    }

    private int endOfClass(int at) {
        var end = at + 1;
        while (end < expression.length() && (expression.charAt(end) != ']' || end == at + 1)) {
            end += expression.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }
}
