package dev.parley.conversation;

/// What a message does besides being shown.
enum MessageEffect {
    /// Shown in the timeline only.
    TIMELINE_ONLY(false, false, false),
    /// Shown in the timeline only, and opens the reply window.
    REACTION(false, false, true),
    /// Shown in the timeline only: nobody is to notice it. Opens the reply window all the same.
    BLOCKED_CUSTOMER(false, false, true),
    /// Shown in lists too, as the last message.
    COMPANY_MESSAGE(true, false, false),
    /// Does not count as unread, but opens the reply window.
    TO_ANOTHER_APP(true, false, true),
    /// Counts as unread.
    ACT(true, true, false),
    /// Counts as unread, and opens the reply window.
    CUSTOMER_MESSAGE(true, true, true);

    private final boolean listed;
    private final boolean unread;
    private final boolean opensReplyWindow;

    MessageEffect(boolean listed, boolean unread, boolean opensReplyWindow) {
        this.listed = listed;
        this.unread = unread;
        this.opensReplyWindow = opensReplyWindow;
    }

    /// {@return whether lists may show it as the conversation's last message}
    boolean listed() {
        return listed;
    }

    /// {@return whether it counts as unread}
    boolean unread() {
        return unread;
    }

    /// {@return whether it opens the reply window}
    boolean opensReplyWindow() {
        return opensReplyWindow;
    }
}
