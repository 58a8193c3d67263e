package dev.parley.desk;

import dev.parley.desk.view.SearchRowView.Part;
import dev.parley.search.SearchQuery;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text around what was found in it, with the found parts marked.
final class SearchExcerpt {
    private static final int BEFORE = 24;
    private static final int LONGEST = 160;
    private static final String CUT = "…";

    private SearchExcerpt() {}

    /// {@return the whole text, with what was found marked}
    static List<Part> whole(SearchQuery query, String text) {
        return parts(query, text, 0, text.length());
    }

    /// {@return at most a few lines from shortly before the first that was found}
    static List<Part> of(SearchQuery query, String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        var marks = query.marksIn(line);
        var first = marks.isEmpty() ? 0 : marks.getFirst().from();
        var from = first <= BEFORE ? 0 : boundary(line, first - BEFORE);
        var to = line.length() - from <= LONGEST ? line.length() : boundary(line, from + LONGEST);
        return parts(query, line, from, to);
    }

    private static List<Part> parts(SearchQuery query, String text, int from, int to) {
        var parts = new ArrayList<Part>();
        var at = from;
        if (from > 0) {
            parts.add(new Part(CUT, false));
        }
        for (var mark : query.marksIn(text)) {
            if (mark.to() > at && mark.from() < to) {
                var start = Math.max(at, mark.from());
                var end = Math.min(to, mark.to());
                add(parts, text.substring(at, start), false);
                add(parts, text.substring(start, end), true);
                at = end;
            }
        }
        add(parts, text.substring(at, to), false);
        if (to < text.length()) {
            parts.add(new Part(CUT, false));
        }
        return parts;
    }

    private static void add(List<Part> parts, String text, boolean found) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, found));
        }
    }

    /// No character is cut in half.
    private static int boundary(String text, int at) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return characters.isBoundary(at) ? at : characters.preceding(at);
    }
}
