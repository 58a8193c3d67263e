package dev.parley.simulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What goes wrong with a message that a desk sends, or with another call.
public sealed interface SendFault extends Effect {
    /// Refused with this error, in Meta's envelope.
    record Refuse(
            int code,
            @Nullable Integer subcode,
            String message,
            String type,
            int status,
            boolean passing)
            implements SendFault {}

    /// The line is closed without an answer, before or after the message was accepted.
    record Cut(boolean accepted) implements SendFault {}

    /// Accepted, but late.
    record Delay(Duration by) implements SendFault {}

    /// Not accepted, and what comes back is not from Meta's own program.
    record Garbage(int status, boolean html) implements SendFault {}
}
