package dev.parley.channel;

import java.util.Map;

/// What the company's pages are called. Each channel brings its own.
public interface PageNames {
    ChannelKind channel();

    /// {@return the names by page id; a page that was removed has none}
    Map<String, String> names();

    /// {@return what pages were called that were removed, by page id}
    Map<String, String> formerNames();
}
