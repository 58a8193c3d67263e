package dev.parley.platform.web;

import java.util.Locale;

/// A part of a request that cannot be read: where it stands, and what is wrong with it.
///
/// @param name as the client wrote it, shortened; empty where the place has no names
public record BadInput(Place place, String name, Flaw flaw) {
    private static final int LONGEST_NAME = 60;

    public BadInput {
        name = shown(name);
    }

    /// Where in the request.
    public enum Place {
        PATH("The path"),
        QUERY("The query parameter %s"),
        FORM("The form field %s"),
        HEADER("The header %s"),
        BODY("The form");

        private final String words;

        Place(String words) {
            this.words = words;
        }
    }

    /// What is wrong.
    public enum Flaw {
        NUL("contains U+0000"),
        ENCODING("is not percent-encoded UTF-8"),
        VALUE("has a value that is not allowed"),
        MEDIA_TYPE("is not one media type");

        private final String words;

        Flaw(String words) {
            this.words = words;
        }
    }

    /// {@return the sentence for programs}
    public String detail() {
        return place.words.formatted(name) + " " + flaw.words + ".";
    }

    /// The status of the answer.
    int status() {
        return flaw == Flaw.MEDIA_TYPE ? 415 : 400;
    }

    /// {@return the name, or the place where it has none}
    String parameter() {
        return name.isEmpty() ? place.name().toLowerCase(Locale.ROOT) : name;
    }

    private static String shown(String name) {
        var clean =
                name.codePoints()
                        .map(sign -> Character.isISOControl(sign) ? '\uFFFD' : sign)
                        .limit(LONGEST_NAME);
        return clean.collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
