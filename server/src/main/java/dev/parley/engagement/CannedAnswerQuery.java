package dev.parley.engagement;

import dev.parley.platform.FoldedText;
import java.util.ArrayList;
import java.util.List;

/// What an agent typed to find a canned answer: words, and tags that start with `#`.
///
/// @param words each is in the title, the text or a tag; folded
/// @param tags each is the start of a tag; folded. The sign alone stands for any tag
record CannedAnswerQuery(List<String> words, List<String> tags) {
    private static final int LONGEST = 100;
    private static final int MOST = 8;

    CannedAnswerQuery {
        words = List.copyOf(words);
        tags = List.copyOf(tags);
    }

    static CannedAnswerQuery in(String typed) {
        var folded = FoldedText.of(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        var words = new ArrayList<String>();
        var tags = new ArrayList<String>();
        for (var term : folded.strip().split("\\s+", MOST + 1)) {
            if (words.size() + tags.size() == MOST || term.isEmpty()) {
                continue;
            }
            if (term.startsWith("#")) {
                tags.add(term.substring(1));
            } else {
                words.add(term);
            }
        }
        return new CannedAnswerQuery(words, tags);
    }
}
