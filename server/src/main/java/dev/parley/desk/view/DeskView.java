package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// The whole desk: the rail, the worklist, the tabs, and the open conversation, if any.
public record DeskView(
        RailView rail,
        WorklistView worklist,
        TabsView tabs,
        @Nullable ConversationView conversation) {}
