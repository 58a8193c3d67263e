package dev.parley.conversation;

import dev.parley.channel.Content;
import dev.parley.platform.StorableText;

/// One line of a message, for lists. Empty for a message without text; the screen then shows what
/// kind of message it is.
final class MessagePreview {
    private static final int LENGTH = 120;

    private MessagePreview() {}

    static String of(Content content) {
        var text = content.text();
        return text == null ? "" : shortened(text.strip().replaceAll("\\s+", " "));
    }

    private static String shortened(String line) {
        return line.length() <= LENGTH ? line : StorableText.shortened(line, LENGTH) + "…";
    }
}
