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

/// Sends pending messages: one at a time per conversation, many conversations at once, each
/// endpoint with threads of its own. Messages with an unknown result are looked up, by other
/// threads.
///
/// The start of an attempt is on disk before the request is sent to the channel, so that a crash
/// leaves a message *unknown*, never a second copy. An unknown message is looked up before it is
/// sent again.
@Component
class OutboxDispatch {
    private static final int TRACE_CONCURRENCY = 1;
    private static final Duration SUSPECT_RETRY_DELAY = Duration.ofSeconds(1);
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

    /// Starts sending due messages, as far as each endpoint has free threads; {@return false if
    /// none was started}
    ///
    /// @param afterwards is called when a thread is free again
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

    /// Starts looking up unknown messages; {@return false if none was started}
    boolean traceSome(Runnable afterwards) {
        if (installation.isQuiet()) {
            return false;
        }
        var now = clock.instant();
        var free = traceWorkers.free(List.of(), _ -> TRACE_CONCURRENCY);
        var claimed =
                claim(Status.UNKNOWN, () -> rows.claimToTrace(free, TRACE_CONCURRENCY, span(now)));
        claimed.forEach(one -> traceWorkers.begin(one.endpoint(), () -> trace(one), afterwards));
        return !claimed.isEmpty();
    }

    /// A message that may have been sent is never sent again without a look-up: when this is
    /// called, earlier attempts are known to have failed.
    private void attempt(Outgoing one) {
        var begun =
                journal.tryRun(
                        "message",
                        one.message().value().toString(),
                        () -> sendTasks.send(one),
                        () -> sendResults.settle(one, new Refused("crashed", CRASHED, false)));
        if (!begun) {
            rows.rescheduleUncounted(one, clock.instant().plus(SUSPECT_RETRY_DELAY));
        }
    }

    private void trace(Outgoing one) {
        var begun =
                journal.tryRun(
                        "message look-up",
                        one.message().value().toString(),
                        () -> sendTasks.trace(one),
                        () -> sendResults.stayUnknown(one, CRASHED));
        if (!begun) {
            rows.reschedule(one, State.UNKNOWN, clock.instant().plus(SUSPECT_RETRY_DELAY));
        }
    }

    private List<Outgoing> claim(Status status, Supplier<List<Outgoing>> claim) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var claimed = claim.get();
                    if (!claimed.isEmpty()) {
                        messages.setStatus(
                                claimed.stream().map(Outgoing::message).toList(), status);
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
