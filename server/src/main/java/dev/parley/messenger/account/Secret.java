package dev.parley.messenger.account;

/// Something that must not be shown: it prints as its last four characters, and whoever needs the
/// whole has to say so.
public final class Secret {
    private static final int SHOWN = 4;

    private final String whole;

    public Secret(String whole) {
        this.whole = whole;
    }

    /// The whole secret, for a signature or a call to Meta. Never for a page, a log or an answer.
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
