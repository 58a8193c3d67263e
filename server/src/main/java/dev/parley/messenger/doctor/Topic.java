package dev.parley.messenger.doctor;

import java.util.Locale;

/// What is checked, in the order of dependency.
public enum Topic {
    /// Whether Meta answers, and how fast.
    CONNECTION,
    /// Whether our clock and Meta's agree.
    CLOCK,
    /// Whether Meta can call our URL at all.
    ADDRESS,
    /// Whether application ID and secret belong together.
    APP,
    /// Whether the token is valid, and belongs to this page and this app.
    TOKEN,
    /// How long it is valid.
    LIFETIME,
    /// What the token allows.
    PERMISSIONS,
    /// Whether the app calls us.
    CALLBACK,
    /// Whether the app is installed on the page, with the fields that Parley reads.
    SUBSCRIPTION,
    /// Whether webhooks are signed with the secret that we have.
    SIGNATURE,
    /// Whether everyone may write, or only the app's team.
    AUDIENCE,
    /// Whether another app controls the threads.
    THREADS,
    /// Whether Meta returns people's names.
    PROFILES,
    /// Whether the human agent tag may be used.
    MESSAGE_TAG,
    /// Whether messages are sent.
    SENDING;

    /// {@return whether this must be known to be good before a page counts as running}
    boolean isVital() {
        return switch (this) {
            case APP, TOKEN, PERMISSIONS, CALLBACK, SUBSCRIPTION -> true;
            default -> false;
        };
    }

    /// {@return its name in text keys}
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
