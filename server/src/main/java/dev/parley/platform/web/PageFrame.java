package dev.parley.platform.web;

import dev.parley.platform.language.Texts;
import org.jspecify.annotations.Nullable;

/// What every page needs besides its own content. A controller takes one as an argument and passes
/// it to its template.
///
/// @param viewer null if no user is signed in
/// @param path of the page, to mark the current entry of a menu
public record PageFrame(
        Texts t, @Nullable Viewer viewer, Csrf csrf, String path, Assets assets, Menu menu) {
    /// The token that a form sends as `parameter`, and a script as `header`.
    public record Csrf(String parameter, String header, String token) {
        /// For `hx-headers`.
        public String json() {
            return "{\"%s\":\"%s\"}".formatted(header, token);
        }
    }

    /// Shorthand for `t().text(…)`.
    public String text(String key, Object... arguments) {
        return t.text(key, arguments);
    }

    /// {@return the address of a file under `static/`, which changes with the content}
    public String asset(String file) {
        return assets.address(file);
    }

    /// {@return whether the page is the one at this address, or below it}
    public boolean within(String address) {
        return path.equals(address) || path.startsWith(address + "/");
    }

    /// For `aria-current`; null leaves the attribute out.
    public @Nullable String current(String address) {
        return within(address) ? "page" : null;
    }
}
