package dev.parley.channel;

import java.util.List;

/// What a channel takes as a text, and as answers to choose from under it.
///
/// @param longest how many UTF-16 units one message may have; a longer text becomes several
/// @param mostButtons how many answers to choose from one message may have; 0 where there are none
/// @param longestButton how many UTF-16 units each of them may have
public record TextRules(int longest, int mostButtons, int longestButton) {

    /// More is a mistake of whoever pasted it.
    private static final int MOST_MESSAGES = 10;

    /// {@return how long a text may be that goes out as several messages}
    public int longestDraft() {
        return MOST_MESSAGES * longest;
    }

    /// {@return the messages that this text becomes, in order; none for a blank text}
    public List<String> split(String text) {
        return TextSplitter.of(text, longest);
    }
}
