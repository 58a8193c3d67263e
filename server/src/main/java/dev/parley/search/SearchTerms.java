package dev.parley.search;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Divides a text into the terms under which it is found. Width, case, and the accents of alphabets
/// make no difference. A script without spaces has no words to divide at: each two neighbouring
/// characters are a term, and the last one of a run alone, so that every character begins a term.
final class SearchTerms {
    private static final int LONGEST = 64;
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");

    /// What is in a run of characters.
    private enum Kind {
        WORD,
        CHARACTERS,
        NEITHER
    }

    private final List<Term> terms = new ArrayList<>();
    private final List<Letter> run = new ArrayList<>();
    private Kind kind = Kind.NEITHER;

    private SearchTerms() {}

    /// {@return the terms of this text, in their order}
    static List<Term> of(String text) {
        var result = new SearchTerms();
        for (var at = 0; at < text.length(); ) {
            var end = endOfCharacter(text, at);
            result.add(text.substring(at, end), at, end);
            at = end;
        }
        result.endRun();
        return result.terms;
    }

    /// {@return these terms as the text of a `tsvector`}
    static String vector(List<Term> terms) {
        var positions = new LinkedHashMap<String, List<String>>();
        for (var index = 0; index < terms.size(); index++) {
            positions
                    .computeIfAbsent(terms.get(index).text(), _ -> new ArrayList<>())
                    .add(String.valueOf(index + 1));
        }
        return positions.entrySet().stream()
                .map(one -> quoted(one.getKey()) + ":" + String.join(",", one.getValue()))
                .collect(Collectors.joining(" "));
    }

    static String quoted(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /// Marks that belong to a character are normalized together with it.
    private static int endOfCharacter(String text, int at) {
        var end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isMark(int character) {
        var type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || character == 0xFF9E
                || character == 0xFF9F;
    }

    private void add(String character, int from, int to) {
        for (var letter : folded(character).codePoints().toArray()) {
            var next = kindOf(letter);
            if (next != kind) {
                endRun();
                kind = next;
            }
            if (next != Kind.NEITHER) {
                run.add(new Letter(Character.toString(letter), from, to));
            }
        }
    }

    private static String folded(String character) {
        if (character.length() == 1 && character.charAt(0) < 0x80) {
            return character.toLowerCase(Locale.ROOT);
        }
        var composed = Normalizer.normalize(character, Form.NFKC).toLowerCase(Locale.ROOT);
        var plain = ACCENTS.matcher(Normalizer.normalize(composed, Form.NFD)).replaceAll("");
        return Normalizer.normalize(plain, Form.NFC);
    }

    private static Kind kindOf(int letter) {
        if (Character.isLetterOrDigit(letter) || isMark(letter)) {
            return hasNoSpaces(letter) ? Kind.CHARACTERS : Kind.WORD;
        }
        return Kind.NEITHER;
    }

    private static boolean hasNoSpaces(int letter) {
        return letter >= 0x0E00
                && switch (Character.UnicodeScript.of(letter)) {
                    case HAN, BOPOMOFO, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR ->
                            true;
                    default -> letter == 'ー';
                };
    }

    private void endRun() {
        if (run.isEmpty()) {
            return;
        }
        if (kind == Kind.WORD) {
            var word = run.stream().limit(LONGEST).map(Letter::text).collect(Collectors.joining());
            terms.add(new Term(word, run.getFirst().from, run.getLast().to, false));
        } else {
            for (var index = 0; index + 1 < run.size(); index++) {
                var next = run.get(index + 1);
                var both = run.get(index).text + next.text;
                terms.add(new Term(both, run.get(index).from, next.to, true));
            }
            var last = run.getLast();
            terms.add(new Term(last.text, last.from, last.to, true));
        }
        run.clear();
    }

    private record Letter(String text, int from, int to) {}

    /// A term, and where its characters are in the text.
    ///
    /// @param characters whether it consists of characters of a script without spaces
    record Term(String text, int from, int to, boolean characters) {
        boolean isOneCharacter() {
            return text.codePointCount(0, text.length()) == 1;
        }
    }
}
