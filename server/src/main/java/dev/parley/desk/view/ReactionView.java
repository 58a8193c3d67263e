package dev.parley.desk.view;

/// An emoji that somebody put on a message.
public record ReactionView(String emoji, String by) {}
