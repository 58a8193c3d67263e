package dev.parley.admin.kit;

import dev.parley.platform.web.PageFrame;
import java.util.Map;

/// The notices of a screen about what was done before a redirect to it, by a parameter of the
/// address: `?saved`.
///
/// @param texts the text keys, by parameter
public record SavedNotices(Map<String, String> texts) {
    public SavedNotices {
        texts = Map.copyOf(texts);
    }

    /// {@return the notice; empty for none}
    public String text(PageFrame frame, Map<String, String> asked) {
        return texts.entrySet().stream()
                .filter(notice -> asked.containsKey(notice.getKey()))
                .map(notice -> frame.text(notice.getValue()))
                .findFirst()
                .orElse("");
    }
}
