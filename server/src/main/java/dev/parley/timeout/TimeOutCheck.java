package dev.parley.timeout;

import dev.parley.conversation.ConversationId;
import dev.parley.platform.DatabaseOutage;
import dev.parley.platform.Installation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finds the conversations in which a rule is due, and runs it. Several servers may do so at the
/// same time: each rule runs in a transaction of its own, which locks the conversation and measures
/// again. A copy of the data runs none.
@Component
class TimeOutCheck {
    private static final Logger log = LoggerFactory.getLogger(TimeOutCheck.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 1000;

    private final Silences silences;
    private final TimeOutRun run;
    private final Installation installation;
    private final Clock clock;

    /// The conversations in which a rule failed, with when they are tried again.
    private final Map<ConversationId, Instant> failed = new ConcurrentHashMap<>();

    TimeOutCheck(Silences silences, TimeOutRun run, Installation installation, Clock clock) {
        this.silences = silences;
        this.run = run;
        this.installation = installation;
        this.clock = clock;
    }

    /// Runs a rule in each conversation in which one is due. A conversation in which that fails
    /// does not keep the others waiting. {@return whether any ran: another may be due then}
    boolean runDue() {
        try {
            return !installation.isQuiet() && runAllDue();
        } catch (RuntimeException failure) {
            if (DatabaseOutage.is(failure)) {
                silences.waitForRedeliveries();
            }
            throw failure;
        }
    }

    private boolean runAllDue() {
        var now = clock.instant();
        failed.values().removeIf(again -> !again.isAfter(now));
        var ran = false;
        for (var id : silences.due(now, failed.keySet())) {
            ran |= runIn(id, now);
        }
        return ran;
    }

    private boolean runIn(ConversationId id, Instant now) {
        try {
            return run.run(id, now);
        } catch (RuntimeException failure) {
            if (DatabaseOutage.is(failure)) {
                throw failure;
            }
            log.error("The time-out rules of conversation {} failed", id, failure);
            if (failed.size() < MOST_REMEMBERED) {
                failed.put(id, now.plus(PAUSE_AFTER_FAILURE));
            }
            return false;
        }
    }
}
