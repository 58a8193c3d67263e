package dev.parley.messenger.graph;

/// The credentials of one page for the Graph API. Never shown.
///
/// @param stopped whether an administrator has stopped the page
record PageCredential(String token, String appSecret, boolean stopped) {
    PageCredential(String token, String appSecret) {
        this(token, appSecret, false);
    }

    String bearer() {
        return "Bearer " + token;
    }

    /// {@return the proof that the caller has the app's secret as well as the token}
    String proof() {
        return AppSecretProof.of(token, appSecret);
    }

    /// {@return the text with neither key in it}
    String mask(String text) {
        return text.replace(token, "…").replace(appSecret, "…");
    }

    @Override
    public String toString() {
        return "PageCredential[…]";
    }
}
