package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// The whole desk: the rail, the list of work, and the conversation that is open, if any.
public record DeskView(
        RailView rail, WorklistView worklist, @Nullable ConversationView conversation) {}
