package dev.parley.timeout;

/// What a time-out rule does, besides its message to the customer.
public enum TimeOutAction {
    /// Nothing else.
    WRITE_TO_CUSTOMER,
    /// Makes the agent look at the conversation.
    REMIND_AGENT,
    MOVE_TO_WAITING,
    /// Moves it to wrap-up.
    END,
    CLOSE
}
