package dev.parley.channel;

import java.util.List;

/// The limits of a channel for a text and its reply buttons.
///
/// @param longest how many UTF-16 units one message may have; a longer text becomes several
/// @param mostButtons how many reply buttons one message may have; 0 where they are not supported
/// @param longestButton how many UTF-16 units each of them may have
public record TextRules(int longest, int mostButtons, int longestButton) {

    /// A longer text was most likely pasted by mistake.
    private static final int MOST_MESSAGES = 10;

    /// {@return how many UTF-16 units a text may have that is sent as several messages}
    public int longestDraft() {
        return MOST_MESSAGES * longest;
    }

    /// {@return the messages that this text becomes, in order; none for a blank text}
    public List<String> split(String text) {
        return TextSplitter.of(text, longest);
    }
}
