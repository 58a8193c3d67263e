package dev.parley.engagement.macro;

/// Until when a macro snoozes a conversation, in the time zone of the agent who runs it.
public enum MacroSnooze {
    ONE_HOUR,
    THREE_HOURS,
    TOMORROW,
    NEXT_WEEK
}
