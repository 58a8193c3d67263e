package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// The whole desk: the rail, the worklist, and the open conversation, if any.
public record DeskView(
        RailView rail, WorklistView worklist, @Nullable ConversationView conversation) {}
