package dev.parley.timeout;

import java.time.Clock;
import org.springframework.stereotype.Component;

/// Finds the conversations in which a rule is due, and runs it. Several servers may do so at the
/// same time: each rule runs in a transaction of its own, which locks the conversation and measures
/// again.
@Component
class TimeOutCheck {
    private final Silences silences;
    private final TimeOutRun run;
    private final TimeOutStates states;
    private final Clock clock;

    TimeOutCheck(Silences silences, TimeOutRun run, TimeOutStates states, Clock clock) {
        this.silences = silences;
        this.run = run;
        this.states = states;
        this.clock = clock;
    }

    /// Runs a rule in each conversation in which one is due. A conversation in which that fails
    /// does not keep the others waiting. {@return whether any ran: another may be due then}
    boolean runDue() {
        var now = clock.instant();
        var ran = false;
        RuntimeException failure = null;
        for (var id : silences.due(now)) {
            try {
                ran |= run.run(id, now);
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
        if (!ran) {
            states.forgetObsolete();
        }
        return ran;
    }
}
