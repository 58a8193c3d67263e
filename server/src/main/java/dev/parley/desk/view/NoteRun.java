package dev.parley.desk.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A part of an internal note: plain text, a link, or the name of a mentioned colleague.
public record NoteRun(String text, Kind kind) {
    /// What it is.
    public enum Kind {
        PLAIN,
        LINK,
        MENTION,
        /// The viewer is mentioned.
        MENTION_OF_VIEWER
    }

    /// {@return the note in parts}
    public static List<NoteRun> of(String text, List<MentionName> mentions) {
        if (mentions.isEmpty()) {
            return plain(text);
        }
        var runs = new ArrayList<NoteRun>();
        var found = names(mentions).matcher(text);
        var done = 0;
        while (found.find()) {
            runs.addAll(plain(text.substring(done, found.start())));
            runs.add(new NoteRun(found.group(), kind(found.group().substring(1), mentions)));
            done = found.end();
        }
        runs.addAll(plain(text.substring(done)));
        return runs;
    }

    /// The longest name first: one may start with another.
    private static Pattern names(List<MentionName> mentions) {
        return Pattern.compile(
                mentions.stream()
                        .map(MentionName::name)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "[@＠](?:", ")")));
    }

    private static Kind kind(String name, List<MentionName> mentions) {
        return mentions.stream().anyMatch(one -> one.viewer() && one.name().equals(name))
                ? Kind.MENTION_OF_VIEWER
                : Kind.MENTION;
    }

    private static List<NoteRun> plain(String text) {
        return TextRun.of(text).stream()
                .map(run -> new NoteRun(run.text(), run.link() ? Kind.LINK : Kind.PLAIN))
                .toList();
    }

    /// A name as it is written in a note.
    ///
    /// @param viewer whether it is the viewer's
    public record MentionName(String name, boolean viewer) {}
}
