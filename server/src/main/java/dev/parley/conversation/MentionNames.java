package dev.parley.conversation;

import static java.util.Comparator.comparingInt;

import dev.parley.identity.Colleague;
import dev.parley.identity.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds out who is mentioned in a note: after an `@` follows a sign-in name, or a display name
/// that only one of the colleagues has. The longest name counts. An `@` inside of an e-mail address
/// mentions nobody.
final class MentionNames {
    static final int MOST = 20;

    /// On a Chinese keyboard, `@` can be a wide character.
    private static final Pattern AT = Pattern.compile("(?<![A-Za-z0-9._-])[@＠]");

    private MentionNames() {}

    /// {@return the mentioned users, at most [#MOST], each with the name as it is written}
    static Map<UserId, String> in(String text, List<Colleague> colleagues) {
        var found = new LinkedHashMap<UserId, String>();
        var marks = AT.matcher(text);
        while (marks.find() && found.size() < MOST) {
            var at = marks.end();
            named(text, at, colleagues)
                    .ifPresent(one ->
                            found.putIfAbsent(
                                    one.who.id(), text.substring(at, at + one.name.length())));
        }
        return found;
    }

    private static Optional<Named> named(String text, int at, List<Colleague> colleagues) {
        var best =
                colleagues.stream()
                        .flatMap(Named::of)
                        .filter(one -> one.isAt(text, at))
                        .sorted(
                                comparingInt((Named one) -> -one.name.length())
                                        .thenComparing(one -> !one.isUnique))
                        .limit(2)
                        .toList();
        if (best.size() == 2 && best.getFirst().isAsGoodAs(best.getLast())) {
            return Optional.empty();
        }
        return best.stream().findFirst();
    }

    /// One name of a colleague.
    ///
    /// @param isUnique whether it is the name to sign in with
    private record Named(Colleague who, String name, boolean isUnique) {
        static Stream<Named> of(Colleague who) {
            return Stream.of(
                    new Named(who, who.signInName(), true),
                    new Named(who, who.displayName(), false));
        }

        boolean isAt(String text, int at) {
            var end = at + name.length();
            return text.regionMatches(true, at, name, 0, name.length())
                    && !(end < text.length()
                            && isWordPart(text.charAt(end - 1))
                            && isWordPart(text.charAt(end)));
        }

        boolean isAsGoodAs(Named other) {
            return !who.equals(other.who)
                    && isUnique == other.isUnique
                    && name.length() == other.name.length();
        }

        private static boolean isWordPart(char letter) {
            return letter < 128 && Character.isLetterOrDigit(letter);
        }
    }
}
