package dev.parley.conversation;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a text that is too long for one message at the most sensible place: between paragraphs,
/// else lines, else sentences, else words, else whole characters as a reader sees them.
public final class TextParts {
    /// Messenger takes 2000 characters. How it counts those outside the basic plane is not
    /// documented, so they count as two (Send API, message.text).
    public static final int LONGEST = 2000;

    private TextParts() {}

    /// {@return the parts in order, none empty; none at all for a blank text}
    public static List<String> of(String text) {
        var parts = new ArrayList<String>();
        var rest = text.strip();
        while (rest.length() > LONGEST) {
            var end = end(rest);
            parts.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    private static int end(String text) {
        var head = text.substring(0, LONGEST);
        var paragraph = head.lastIndexOf("\n\n");
        if (paragraph > LONGEST / 2) {
            return paragraph;
        }
        var line = head.lastIndexOf('\n');
        if (line > LONGEST / 2) {
            return line;
        }
        return boundary(text);
    }

    private static int boundary(String text) {
        var sentence = last(BreakIterator.getSentenceInstance(Locale.ROOT), text);
        if (sentence > LONGEST / 2) {
            return sentence;
        }
        var word = text.lastIndexOf(' ', LONGEST);
        if (word > LONGEST / 2) {
            return word;
        }
        var grapheme = last(BreakIterator.getCharacterInstance(Locale.ROOT), text);
        return grapheme > 0 ? grapheme : LONGEST;
    }

    private static int last(BreakIterator breaks, String text) {
        breaks.setText(text);
        var boundary = breaks.preceding(LONGEST + 1);
        return boundary == BreakIterator.DONE ? 0 : boundary;
    }
}
