package dev.parley.engagement.macro;

import dev.parley.identity.UserId;
import java.util.List;
import java.util.UUID;

/// A macro that an agent started in a conversation.
///
/// @param key made by the client, the same when it repeats the request
/// @param steps as they were when it began
/// @param done how many of them are done
public record MacroRun(UserId agent, UUID key, UUID conversation, List<MacroStep> steps, int done) {
    public MacroRun {
        steps = List.copyOf(steps);
    }

    public boolean complete() {
        return done >= steps.size();
    }

    /// {@return whether a step that is not done writes to the customer}
    public boolean replies() {
        return steps.stream().skip(done).anyMatch(MacroStep.Reply.class::isInstance);
    }
}
