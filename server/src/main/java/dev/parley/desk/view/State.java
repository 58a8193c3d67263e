package dev.parley.desk.view;

import dev.parley.platform.language.Keys;

/// A conversation's state.
public enum State {
    OPEN,
    ACTIVE,
    WAITING,
    WRAP_UP,
    /// In wrap-up, and closed in a moment.
    CLOSING,
    CLOSED;

    /// {@return how it stands in a text key or a class name, such as `wrap-up`}
    public String word() {
        return Keys.word(name());
    }
}
