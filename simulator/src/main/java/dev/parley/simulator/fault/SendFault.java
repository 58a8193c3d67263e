package dev.parley.simulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A fault of a send, or of another Graph call.
public sealed interface SendFault extends Effect {
    /// Refused with this error, in Meta's format.
    record Refuse(
            int code,
            @Nullable Integer subcode,
            String message,
            String type,
            int status,
            boolean isTransient)
            implements SendFault {}

    /// The connection is closed without a response, before or after the message was accepted.
    record Cut(boolean accepted) implements SendFault {}

    /// Accepted, but late.
    record Delay(Duration by) implements SendFault {}

    /// Not accepted, and the response is not in Meta's format.
    record Garbage(int status, boolean html) implements SendFault {}
}
