package dev.parley.workstream.notification;

/// When the browser also shows a notification outside of its window.
public enum DesktopNotification {
    NEVER,
    /// While no window of the desk is in front.
    BACKGROUND,
    ALWAYS
}
