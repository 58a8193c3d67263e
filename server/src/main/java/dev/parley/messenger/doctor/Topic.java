package dev.parley.messenger.doctor;

import java.util.Locale;

/// The things that are looked at, in the order in which they depend on one another.
public enum Topic {
    /// Whether Meta answers, and how fast.
    CONNECTION,
    /// Whether our clock and Meta's agree.
    CLOCK,
    /// Whether Meta could call our address at all.
    ADDRESS,
    /// Whether application ID and secret belong together.
    APP,
    /// Whether the token holds, and is this page's and this app's.
    TOKEN,
    /// How long it holds.
    LIFETIME,
    /// What the token allows.
    PERMISSIONS,
    /// Whether the app calls us.
    CALLBACK,
    /// Whether the app is on the page, with what Parley reads.
    SUBSCRIPTION,
    /// Whether what comes is signed with the secret that we know.
    SIGNATURE,
    /// Whether everybody may write, or the app's team only.
    AUDIENCE,
    /// Whether another app holds the threads.
    THREADS,
    /// Whether Meta tells people's names.
    PROFILES,
    /// Whether the human agent tag may be used.
    MESSAGE_TAG,
    /// Whether messages go out.
    SENDING;

    /// {@return whether a page cannot be called running before this is known to be good}
    boolean isVital() {
        return switch (this) {
            case APP, TOKEN, PERMISSIONS, CALLBACK, SUBSCRIPTION -> true;
            default -> false;
        };
    }

    /// {@return how it stands in a text key}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
