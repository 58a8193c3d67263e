package dev.parley.desk.view;

/// An open conversation: five regions that are reloaded independently.
public record ConversationView(
        HeadView head,
        ThreadView thread,
        ControlView control,
        ComposerView composer,
        CustomerView customer) {}
