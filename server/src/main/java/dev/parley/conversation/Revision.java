package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.conversation.Message.Earlier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The current and earlier texts of a message after another version of it was received. Versions
/// may arrive in any order, and more than once.
///
/// @param version the number of the edit that made the current text
record Revision(String text, int version, List<Earlier> earlier) {
    /// {@return the message with this version at its place; empty when it already has it}
    ///
    /// @param number of the edit; zero for the original text
    static Optional<Revision> of(Message message, String text, int number, Instant at) {
        if (hasVersion(message, number)) {
            return Optional.empty();
        }
        var now = message.text() == null ? "" : message.text();
        return Optional.of(
                number > message.version()
                        ? new Revision(
                                text,
                                number,
                                with(message, new Earlier(now, at, message.version())))
                        : new Revision(
                                now,
                                message.version(),
                                with(message, new Earlier(text, at, number))));
    }

    /// {@return the content of this message with another text}
    static Content saying(Message message, String text) {
        return message.content() instanceof Content.Files(_, var files)
                ? new Content.Files(text, files)
                : new Content.Text(text);
    }

    private static boolean hasVersion(Message message, int number) {
        return number == message.version()
                || message.edits().stream().anyMatch(earlier -> earlier.number() == number);
    }

    private static List<Earlier> with(Message message, Earlier one) {
        var all = new ArrayList<>(message.edits());
        all.add(one);
        all.sort(Comparator.comparingInt(Earlier::number));
        return List.copyOf(all);
    }
}
