package dev.parley.desk.view;

import org.jspecify.annotations.Nullable;

/// The whole desk: the rail, the worklist, the saved views, the tabs, and the open conversation, if
/// any.
public record DeskView(
        RailView rail,
        WorklistView worklist,
        ViewsView views,
        TabsView tabs,
        @Nullable ConversationView conversation) {}
