package dev.parley.transcript;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Divides a paragraph into lines that fit, at the places where its language allows it; a word that
/// is longer than a line is divided anywhere.
final class PdfLines {
    private final Locale locale;
    private final ToDoubleFunction<String> width;
    private final double most;
    private final List<String> lines = new ArrayList<>();
    private String line = "";

    private PdfLines(Locale locale, ToDoubleFunction<String> width, double most) {
        this.locale = locale;
        this.width = width;
        this.most = most;
    }

    static List<String> of(
            String paragraph, Locale locale, ToDoubleFunction<String> width, double most) {
        var result = new PdfLines(locale, width, most);
        result.fill(paragraph);
        return result.lines;
    }

    private void fill(String paragraph) {
        var words = BreakIterator.getLineInstance(locale);
        words.setText(paragraph);
        var start = words.first();
        for (var end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            add(paragraph.substring(start, end));
            start = end;
        }
        lines.add(line.stripTrailing());
    }

    private void add(String word) {
        if (fits(line + word.stripTrailing())) {
            line += word;
            return;
        }
        if (!line.isEmpty()) {
            lines.add(line.stripTrailing());
            line = "";
        }
        if (fits(word.stripTrailing())) {
            line = word;
        } else {
            divide(word);
        }
    }

    private void divide(String word) {
        for (var at = 0; at < word.length(); ) {
            var character = Character.toString(word.codePointAt(at));
            if (!fits(line + character)) {
                lines.add(line);
                line = "";
            }
            line += character;
            at += character.length();
        }
    }

    private boolean fits(String text) {
        return width.applyAsDouble(text) <= most;
    }
}
