package dev.parley.desk.view;

/// What time-out rules do in a conversation, in its header.
///
/// @param next what happens next, and when; empty for nothing
/// @param paused whether the agent paused the rules
/// @param mayPause whether the user may do so
/// @param mayResume whether the user may resume them
public record HeadTimeOut(String next, boolean paused, boolean mayPause, boolean mayResume) {}
