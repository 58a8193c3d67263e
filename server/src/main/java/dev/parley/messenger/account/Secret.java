package dev.parley.messenger.account;

/// A value that must not be shown: it prints as its last four characters, and the whole value is
/// only returned by [#reveal].
public final class Secret {
    private static final int SHOWN = 4;

    private final String whole;

    public Secret(String whole) {
        this.whole = whole;
    }

    /// The whole secret, for a signature or a call to Meta. Never for a page, a log or a response.
    public String reveal() {
        return whole;
    }

    /// {@return the last four characters; fewer of a short secret, so that most of it stays
    /// unknown}
    public String tail() {
        return whole.substring(whole.length() - Math.min(SHOWN, whole.length() / 4));
    }

    @Override
    public String toString() {
        return "…" + tail();
    }
}
