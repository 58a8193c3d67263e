package dev.parley.desk.view;

/// An open conversation: five regions that are reloaded independently.
public record ConversationView(
        HeadView head,
        TimelineView timeline,
        ControlView control,
        WrapUpView wrapUp,
        ComposerView composer,
        CustomerView customer) {}
