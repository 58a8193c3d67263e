package dev.parley.inbox;

import dev.parley.background.CrashJournal;
import dev.parley.background.Pump;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class InboxWiring {
    @Bean
    Inbox inbox(
            Envelopes envelopes,
            DeadLetters deadLetters,
            RefusedDeliveries refusals,
            InboxSettings settings,
            Backlog backlog,
            Pump inboxPump) {
        return new Inbox(envelopes, deadLetters, refusals, settings, backlog, inboxPump::nudgeOne);
    }

    @Bean
    Pump inboxPump(
            Envelopes envelopes,
            DeadLetters deadLetters,
            EnvelopeHandler handler,
            CrashJournal journal,
            TransactionTemplate transaction,
            InboxSettings settings,
            Backlog backlog) {
        var envelopeDispatch =
                new EnvelopeDispatch(
                        envelopes,
                        new EnvelopeClaims(envelopes, backlog, settings.batch()),
                        deadLetters,
                        handler,
                        journal,
                        transaction);
        return new Pump(
                "inbox",
                Duration.ofSeconds(1),
                settings.concurrency(),
                envelopeDispatch::dispatchSome,
                backlog::awaitEnough);
    }

    /// Deletes handled envelopes and settled dead letters after the retention time.
    @Bean
    Pump inboxSweep(
            Envelopes envelopes, DeadLetters deadLetters, InboxSettings settings, Clock clock) {
        return new Pump(
                "inbox-sweep",
                Duration.ofHours(1),
                () -> {
                    var before = clock.instant().minus(settings.keep());
                    envelopes.forgetReceivedBefore(before);
                    deadLetters.forgetSettledBefore(before);
                    return false;
                });
    }

    @Bean
    Pump inboxFiguresPump(InboxMetrics figures) {
        return new Pump(
                "inbox-figures",
                Duration.ofSeconds(15),
                () -> {
                    figures.refresh();
                    return false;
                });
    }
}
