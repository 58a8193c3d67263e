package dev.parley.conversation;

/// What a message does besides being shown.
enum Effect {
    /// Stands in the timeline and nowhere else.
    LINE(false, false, false),
    /// The same, and it opens the reply window.
    SIGN(false, false, true),
    NOTE(true, false, false),
    /// Nobody has to read it, but it opens the reply window.
    OVERHEARD(true, false, true),
    /// Somebody should read it.
    ACT(true, true, false),
    /// Somebody should read it, and it opens the reply window.
    INVITATION(true, true, true);

    private final boolean listed;
    private final boolean unread;
    private final boolean invites;

    Effect(boolean listed, boolean unread, boolean invites) {
        this.listed = listed;
        this.unread = unread;
        this.invites = invites;
    }

    /// {@return whether it may be the one that lists show of its conversation}
    boolean listed() {
        return listed;
    }

    /// {@return whether somebody should read it}
    boolean unread() {
        return unread;
    }

    /// {@return whether it opens the reply window}
    boolean invites() {
        return invites;
    }
}
