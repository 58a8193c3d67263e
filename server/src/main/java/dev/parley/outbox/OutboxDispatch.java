package dev.parley.outbox;

import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.Messages;
import dev.parley.outbox.Courier.Outcome.Refused;
import dev.parley.outbox.Outgoing.State;
import dev.parley.outbox.OutgoingRows.Span;
import dev.parley.platform.Installation;
import dev.parley.work.CrashJournal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what is pending: one message at a time per conversation, many conversations at once, each
/// endpoint with threads of its own. What is unknown is looked up, by others.
///
/// That an attempt begins is on disk before the channel hears of it, so that a crash leaves a
/// message *unknown*, never a second copy. What is unknown is looked up before it is sent again.
@Component
class OutboxDispatch {
    private static final int TRACING_HANDS = 1;
    private static final Duration WHILE_ANOTHER_IS_ALONE = Duration.ofSeconds(1);
    private static final String CRASHED = "The server stopped twice while working on it";

    private final OutgoingRows rows;
    private final SendTasks sendTasks;
    private final SendLimitsByEndpoint sendLimitsByEndpoint;
    private final Messages messages;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final OutboxSettings settings;
    private final Clock clock;
    private final CrashJournal journal;
    private final SendResults sendResults;
    private final EndpointWorkers sendWorkers;
    private final EndpointWorkers traceWorkers;
    private final Installation installation;

    OutboxDispatch(
            OutgoingRows rows,
            SendTasks sendTasks,
            SendLimitsByEndpoint sendLimitsByEndpoint,
            Messages messages,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            OutboxSettings settings,
            Clock clock,
            CrashJournal journal,
            SendResults sendResults,
            EndpointWorkers sendWorkers,
            EndpointWorkers traceWorkers,
            Installation installation) {
        this.rows = rows;
        this.sendTasks = sendTasks;
        this.sendLimitsByEndpoint = sendLimitsByEndpoint;
        this.messages = messages;
        this.transaction = transaction;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.journal = journal;
        this.sendResults = sendResults;
        this.sendWorkers = sendWorkers;
        this.traceWorkers = traceWorkers;
        this.installation = installation;
    }

    /// Begins to send what is due, as far as each endpoint has threads free; {@return false if
    /// nothing was begun}
    ///
    /// @param afterwards is told when a hand is free again
    boolean sendSome(Runnable afterwards) {
        if (installation.isQuiet()) {
            return false;
        }
        var now = clock.instant();
        var free =
                sendWorkers.free(
                        sendLimitsByEndpoint.known(),
                        one -> sendLimitsByEndpoint.concurrency(one, settings.concurrency(), now));
        var claimed =
                claim(
                        Status.SENDING,
                        () -> rows.claimToSend(free, settings.concurrency(), span(now)));
        claimed.forEach(one -> sendWorkers.begin(one.endpoint(), () -> attempt(one), afterwards));
        return !claimed.isEmpty();
    }

    /// Begins to look for what is unknown; {@return false if nothing was begun}
    boolean traceSome(Runnable afterwards) {
        if (installation.isQuiet()) {
            return false;
        }
        var now = clock.instant();
        var free = traceWorkers.free(List.of(), _ -> TRACING_HANDS);
        var claimed =
                claim(Status.UNKNOWN, () -> rows.claimToTrace(free, TRACING_HANDS, span(now)));
        claimed.forEach(one -> traceWorkers.begin(one.endpoint(), () -> look(one), afterwards));
        return !claimed.isEmpty();
    }

    /// What may have been sent is never sent again unseen: this is an attempt of which it is known
    /// that those before did not arrive.
    private void attempt(Outgoing one) {
        var begun =
                journal.tryRun(
                        "message",
                        one.message().value().toString(),
                        () -> sendTasks.send(one),
                        () -> sendResults.settle(one, new Refused("crashed", CRASHED, false)));
        if (!begun) {
            rows.comeBackUncounted(one, clock.instant().plus(WHILE_ANOTHER_IS_ALONE));
        }
    }

    private void look(Outgoing one) {
        var begun =
                journal.tryRun(
                        "message look-up",
                        one.message().value().toString(),
                        () -> sendTasks.trace(one),
                        () -> sendResults.stayUnknown(one, CRASHED));
        if (!begun) {
            rows.comeBack(one, State.UNKNOWN, clock.instant().plus(WHILE_ANOTHER_IS_ALONE));
        }
    }

    private List<Outgoing> claim(Status status, Supplier<List<Outgoing>> look) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var claimed = look.get();
                    if (!claimed.isEmpty()) {
                        messages.begun(claimed.stream().map(Outgoing::message).toList(), status);
                        claimed.forEach(one ->
                                events.publishEvent(
                                        new ConversationChanged(one.conversation(), null, false)));
                    }
                    return claimed;
                }));
    }

    private Span span(Instant now) {
        return new Span(now, now.plus(settings.lease()));
    }
}
