package dev.parley.admin.kit;

import dev.parley.platform.web.PageFrame;
import java.util.Map;

/// What a screen says was done before the browser was sent on to it, as the address tells:
/// `?saved`.
///
/// @param texts the keys of the words, by what stands in the address
public record SavedNotices(Map<String, String> texts) {
    public SavedNotices {
        texts = Map.copyOf(texts);
    }

    /// {@return the words; empty for none}
    public String words(PageFrame frame, Map<String, String> asked) {
        return texts.entrySet().stream()
                .filter(notice -> asked.containsKey(notice.getKey()))
                .map(notice -> frame.text(notice.getValue()))
                .findFirst()
                .orElse("");
    }
}
