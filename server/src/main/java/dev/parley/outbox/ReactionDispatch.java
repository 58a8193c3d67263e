package dev.parley.outbox;

import dev.parley.channel.ByChannel;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Messages;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.ReactionRows.PendingReaction;
import dev.parley.platform.Installation;
import dev.parley.work.CrashJournal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Sends pending reactions, one at a time for each message.
@Component
class ReactionDispatch {
    private static final Logger log = LoggerFactory.getLogger(ReactionDispatch.class);
    private static final Duration SUSPECT_RETRY_DELAY = Duration.ofSeconds(1);

    private final ReactionRows rows;
    private final SendBlocks sendBlocks;
    private final EndpointWorkers reactionWorkers;
    private final Messages messages;
    private final Conversations conversations;
    private final ByChannel<Courier> couriers;
    private final ApplicationEventPublisher events;
    private final CrashJournal journal;
    private final OutboxSettings settings;
    private final Clock clock;
    private final Installation installation;

    ReactionDispatch(
            ReactionRows rows,
            SendBlocks sendBlocks,
            EndpointWorkers reactionWorkers,
            Messages messages,
            Conversations conversations,
            List<Courier> couriers,
            ApplicationEventPublisher events,
            CrashJournal journal,
            OutboxSettings settings,
            Clock clock,
            Installation installation) {
        this.rows = rows;
        this.sendBlocks = sendBlocks;
        this.reactionWorkers = reactionWorkers;
        this.messages = messages;
        this.conversations = conversations;
        this.couriers = new ByChannel<>(couriers);
        this.events = events;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.installation = installation;
    }

    /// Starts sending one, for an endpoint without a running task; {@return false if there was
    /// none}
    ///
    /// @param afterwards is called when a thread is free again
    boolean sendOne(Runnable afterwards) {
        if (installation.isQuiet()) {
            return false;
        }
        var now = clock.instant();
        var claimed = rows.claim(reactionWorkers.busyEndpoints(), now, now.plus(settings.lease()));
        claimed.ifPresent(pending ->
                reactionWorkers.begin(pending.endpoint(), () -> attempt(pending), afterwards));
        return claimed.isPresent();
    }

    private void attempt(PendingReaction pending) {
        var begun =
                journal.tryRun(
                        "reaction",
                        pending.message().value().toString(),
                        () -> send(pending),
                        () ->
                                failed(
                                        pending,
                                        "crashed",
                                        "The server stopped twice while sending it"));
        if (!begun) {
            var now = clock.instant();
            rows.comeBackUncounted(pending, now.plus(SUSPECT_RETRY_DELAY), now);
        }
    }

    private void send(PendingReaction pending) {
        var message = messages.byId(pending.message()).orElseThrow();
        var to = conversations.byId(message.conversation()).orElseThrow().talk().address();
        var courier = couriers.of(to.channel());
        var outcome = courier.react(to, Objects.requireNonNull(message.mid()), pending.wanted());
        settle(pending, outcome, message.conversation());
    }

    private void settle(PendingReaction pending, Outcome outcome, ConversationId conversation) {
        switch (outcome) {
            case Outcome.Accepted _ -> rows.given(pending, clock.instant());
            case Outcome.Refused refused -> failed(pending, refused.cause(), refused.detail());
            case Outcome.ControlledElsewhere held -> failed(pending, held.cause(), held.detail());
            case Outcome.Temporary notNow -> again(pending, notNow.cause(), notNow.detail());
            case Outcome.EndpointPaused rest -> {
                sendBlocks.pause(pending.endpoint(), rest, clock.instant());
                held(pending, rest.cause());
            }
            case Outcome.EndpointStopped stop -> {
                sendBlocks.stop(pending.endpoint(), stop, clock.instant());
                held(pending, stop.cause());
            }
            case Outcome.Unreachable(var detail) -> again(pending, "network", detail);
            case Outcome.Unknown(var detail) -> again(pending, "network", detail);
        }
        events.publishEvent(new ConversationChanged(conversation, null, false));
    }

    private void failed(PendingReaction pending, String cause, String detail) {
        log.warn("The reaction to {} was refused: {}", pending.message().value(), detail);
        rows.failed(pending, cause, clock.instant());
    }

    /// Makes it due again as soon as its endpoint may send.
    private void held(PendingReaction pending, String cause) {
        var now = clock.instant();
        rows.comeBack(pending, now, cause, now);
    }

    private void again(PendingReaction pending, String cause, String detail) {
        if (pending.attempts() >= settings.tries()) {
            failed(pending, cause, detail);
            return;
        }
        var now = clock.instant();
        rows.comeBack(pending, now.plus(RetryBackoff.after(pending.attempts())), cause, now);
    }
}
