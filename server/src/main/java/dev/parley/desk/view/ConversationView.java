package dev.parley.desk.view;

/// An open conversation: regions that are reloaded independently.
public record ConversationView(
        HeadView head,
        ParticipantsView participants,
        TimelineView timeline,
        ControlView control,
        WrapUpView wrapUp,
        ComposerView composer,
        CustomerView customer) {}
