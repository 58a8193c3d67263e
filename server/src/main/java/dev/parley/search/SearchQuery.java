package dev.parley.search;

import dev.parley.platform.StorableText;
import dev.parley.search.SearchTerms.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a user searches for: parts that must all be in the text, in any order. What is written
/// together, or between quotation marks, must be together there; the last word of a part may be
/// only the beginning of one, unless it is in quotation marks.
public final class SearchQuery {
    public static final int LONGEST = 100;
    private static final int MOST_PARTS = 10;
    private static final Pattern PART = Pattern.compile("[\"“”「」『』]([^\"“”「」『』]*)[\"“”「」『』]?|\\S+");
    private static final Pattern NUMBER = Pattern.compile("[#＃]?\\s*(\\d{1,18})");

    private final String text;
    private final List<Part> parts;

    private SearchQuery(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    public static SearchQuery of(String text) {
        var clean = StorableText.shortened(text, LONGEST).strip();
        var parts = new ArrayList<Part>();
        var found = PART.matcher(clean);
        while (found.find() && parts.size() < MOST_PARTS) {
            var quoted = found.group(1);
            Part.of(quoted == null ? found.group() : quoted, quoted != null).ifPresent(parts::add);
        }
        return new SearchQuery(clean, parts);
    }

    public String text() {
        return text;
    }

    /// {@return whether there is nothing in it to search for}
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /// {@return the number of the conversation that it may mean}
    public OptionalLong number() {
        var number = NUMBER.matcher(text);
        return number.matches()
                ? OptionalLong.of(Long.parseLong(number.group(1)))
                : OptionalLong.empty();
    }

    /// {@return it as the text of a `tsquery`}
    String condition() {
        return parts.stream().map(Part::condition).collect(Collectors.joining(" & "));
    }

    /// {@return where this text has what is searched for, from its beginning on, without overlaps}
    public List<Mark> marksIn(String found) {
        var terms = SearchTerms.of(found);
        var marks = new ArrayList<Mark>();
        parts.forEach(part -> part.addMarks(terms, marks));
        marks.sort(Comparator.comparingInt(Mark::from));
        var joined = new ArrayList<Mark>();
        for (var mark : marks) {
            if (joined.isEmpty() || joined.getLast().to < mark.from) {
                joined.add(mark);
            } else if (joined.getLast().to < mark.to) {
                joined.add(new Mark(joined.removeLast().from, mark.to));
            }
        }
        return joined;
    }

    /// {@return whether every part of what is searched for is in this text}
    public boolean isIn(String found) {
        var terms = SearchTerms.of(found);
        return parts.stream()
                .allMatch(part -> {
                    var marks = new ArrayList<Mark>();
                    part.addMarks(terms, marks);
                    return !marks.isEmpty();
                });
    }

    /// A range of a text.
    public record Mark(int from, int to) {}

    /// @param open whether the last term may be only the beginning of one
    private record Part(List<Term> terms, boolean open) {
        static Optional<Part> of(String text, boolean quoted) {
            var terms = new ArrayList<>(SearchTerms.of(text));
            if (terms.isEmpty()) {
                return Optional.empty();
            }
            var last = terms.getLast();
            // Where characters end here, others may follow in the text.
            var ends = last.characters() && last.isOneCharacter();
            if (ends && terms.size() > 1 && terms.get(terms.size() - 2).to() == last.to()) {
                terms.removeLast();
                return Optional.of(new Part(terms, false));
            }
            return Optional.of(new Part(terms, ends || (!quoted && !last.isOneCharacter())));
        }

        String condition() {
            var phrase =
                    terms.stream()
                            .map(term -> SearchTerms.quoted(term.text()))
                            .collect(Collectors.joining(" <-> "));
            return "(" + phrase + (open ? ":*" : "") + ")";
        }

        void addMarks(List<Term> found, List<Mark> marks) {
            for (var start = 0; start + terms.size() <= found.size(); start++) {
                if (isAt(found, start)) {
                    marks.add(new Mark(found.get(start).from(), endOf(found, start)));
                }
            }
        }

        private boolean isAt(List<Term> found, int start) {
            for (var index = 0; index < terms.size(); index++) {
                var wanted = terms.get(index).text();
                var here = found.get(start + index).text();
                var last = open && index == terms.size() - 1;
                if (last ? !here.startsWith(wanted) : !here.equals(wanted)) {
                    return false;
                }
            }
            return true;
        }

        /// One searched character is at the beginning of a term of two.
        private int endOf(List<Term> found, int start) {
            var last = found.get(start + terms.size() - 1);
            var wanted = terms.getLast();
            return wanted.characters() && wanted.isOneCharacter() && !last.isOneCharacter()
                    ? found.get(start + terms.size()).from()
                    : last.to();
        }
    }
}
