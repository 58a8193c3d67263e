package dev.parley.platform.web;

import java.util.Locale;

/// A part of a request that cannot be read: where it is, and what is wrong with it.
///
/// @param name as the client sent it, shortened; empty if the place has no names
public record BadInput(Place place, String name, Flaw flaw) {
    private static final int MAX_NAME_LENGTH = 60;

    public BadInput {
        name = shown(name);
    }

    /// The part of the request.
    public enum Place {
        PATH("The path"),
        QUERY("The query parameter %s"),
        FORM("The form field %s"),
        HEADER("The header %s"),
        BODY("The form");

        private final String text;

        Place(String text) {
            this.text = text;
        }
    }

    /// What is wrong.
    public enum Flaw {
        NUL("contains U+0000"),
        ENCODING("is not percent-encoded UTF-8"),
        VALUE("has a value that is not allowed"),
        MEDIA_TYPE("is not one media type");

        private final String text;

        Flaw(String text) {
            this.text = text;
        }
    }

    /// {@return the sentence for API clients}
    public String detail() {
        return place.text.formatted(name) + " " + flaw.text + ".";
    }

    /// The status of the response.
    int status() {
        return flaw == Flaw.MEDIA_TYPE ? 415 : 400;
    }

    /// {@return the name, or the place if it has none}
    String parameter() {
        return name.isEmpty() ? place.name().toLowerCase(Locale.ROOT) : name;
    }

    private static String shown(String name) {
        var clean =
                name.codePoints()
                        .map(character -> Character.isISOControl(character) ? '\uFFFD' : character)
                        .limit(MAX_NAME_LENGTH);
        return clean.collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
