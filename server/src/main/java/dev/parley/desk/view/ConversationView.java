package dev.parley.desk.view;

/// An open conversation: four regions that are asked for again one by one.
public record ConversationView(
        HeadView head, ThreadView thread, ComposerView composer, CustomerView customer) {}
