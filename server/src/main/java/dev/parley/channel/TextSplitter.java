package dev.parley.channel;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Splits a text that is too long for one message at the best place: between paragraphs, else
/// lines, else sentences, else words, else grapheme clusters. A link is never split, unless it
/// alone is too long.
final class TextSplitter {
    /// Links, and other text that is meaningful only as a whole: addresses, numbers, codes.
    private static final List<Pattern> WHOLE =
            List.of(
                    Pattern.compile("https?://[^\\s<>\"'，。；：、！？（）「」]+"),
                    Pattern.compile("[\\x21-\\x7e]+"));

    private final int longest;

    private TextSplitter(int longest) {
        this.longest = longest;
    }

    /// {@return the parts in order, none of them empty; an empty list for a blank text}
    ///
    /// @param longest how many UTF-16 units a part may have
    static List<String> of(String text, int longest) {
        return new TextSplitter(longest).of(text);
    }

    private List<String> of(String text) {
        var parts = new ArrayList<String>();
        var rest = text.strip();
        while (rest.length() > longest) {
            var end = end(rest);
            parts.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    private int end(String text) {
        var whole = whole(text);
        var limit = before(whole, longest);
        var head = text.substring(0, limit);
        var paragraph = head.lastIndexOf("\n\n");
        if (paragraph > longest / 2) {
            return paragraph;
        }
        var line = head.lastIndexOf('\n');
        if (line > longest / 2) {
            return line;
        }
        return boundary(text, limit, whole);
    }

    private int boundary(String text, int limit, List<Span> whole) {
        var sentence = last(BreakIterator.getSentenceInstance(Locale.ROOT), text, limit, whole);
        if (sentence > longest / 2) {
            return sentence;
        }
        var word = text.lastIndexOf(' ', limit);
        if (word > longest / 2) {
            return word;
        }
        var grapheme =
                last(BreakIterator.getCharacterInstance(Locale.ROOT), text, limit, List.of());
        return grapheme > 0 ? grapheme : betweenCodePoints(text, limit);
    }

    private static int last(BreakIterator breaks, String text, int limit, List<Span> whole) {
        breaks.setText(text);
        var boundary = breaks.preceding(limit + 1);
        while (boundary != BreakIterator.DONE && isInside(whole, boundary)) {
            boundary = breaks.previous();
        }
        return boundary == BreakIterator.DONE ? 0 : boundary;
    }

    private static int betweenCodePoints(String text, int limit) {
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    /// {@return the spans that must not be split, as far as they fit into one message}
    private List<Span> whole(String text) {
        var near = text.substring(0, Math.min(text.length(), 2 * longest + 1));
        return WHOLE.stream()
                .flatMap(pattern -> pattern.matcher(near).results())
                .map(found -> new Span(found.start(), found.end()))
                .filter(span -> span.end - span.start <= longest)
                .toList();
    }

    /// {@return the last place up to this one that is not inside of a span, as long as text remains
    /// before it}
    private static int before(List<Span> whole, int place) {
        var at = place;
        for (var span = around(whole, at);
                span != null && span.start > 0;
                span = around(whole, at)) {
            at = span.start;
        }
        return at;
    }

    private static boolean isInside(List<Span> whole, int place) {
        return around(whole, place) != null;
    }

    private static @Nullable Span around(List<Span> whole, int place) {
        return whole.stream()
                .filter(span -> span.start < place && place < span.end)
                .findFirst()
                .orElse(null);
    }

    private record Span(int start, int end) {}
}
