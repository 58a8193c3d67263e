package dev.parley.conversation;

import dev.parley.channel.Content;

/// One line of a message, for lists. Empty for a message without text; the screen then shows what
/// kind of message it is.
final class Preview {
    private static final int LENGTH = 120;

    private Preview() {}

    static String of(Content content) {
        var text = content.text();
        return text == null ? "" : shortened(text.strip().replaceAll("\\s+", " "));
    }

    private static String shortened(String line) {
        if (line.length() <= LENGTH) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return line.substring(0, end) + "…";
    }
}
