package dev.parley.outbox;

import dev.parley.channel.ByChannel;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Messages;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.ReactionRows.Owed;
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

/// Gives the reactions that are owed, one at a time for each message.
@Component
class ReactionDispatch {
    private static final Logger log = LoggerFactory.getLogger(ReactionDispatch.class);
    private static final Duration WHILE_ANOTHER_IS_ALONE = Duration.ofSeconds(1);

    private final ReactionRows rows;
    private final SendBlocks troubles;
    private final EndpointWorkers reactors;
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
            SendBlocks troubles,
            EndpointWorkers reactors,
            Messages messages,
            Conversations conversations,
            List<Courier> couriers,
            ApplicationEventPublisher events,
            CrashJournal journal,
            OutboxSettings settings,
            Clock clock,
            Installation installation) {
        this.rows = rows;
        this.troubles = troubles;
        this.reactors = reactors;
        this.messages = messages;
        this.conversations = conversations;
        this.couriers = new ByChannel<>(couriers);
        this.events = events;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.installation = installation;
    }

    /// Begins with one, for an endpoint for which nobody is at it; {@return false if there was
    /// none}
    ///
    /// @param afterwards is told when a hand is free again
    boolean giveOne(Runnable afterwards) {
        if (installation.isQuiet()) {
            return false;
        }
        var now = clock.instant();
        var claimed = rows.claim(reactors.busyEndpoints(), now, now.plus(settings.lease()));
        claimed.ifPresent(owed -> reactors.begin(owed.sender(), () -> attempt(owed), afterwards));
        return claimed.isPresent();
    }

    private void attempt(Owed owed) {
        var begun =
                journal.tryRun(
                        "reaction",
                        owed.message().value().toString(),
                        () -> give(owed),
                        () -> failed(owed, "crashed", "The server stopped twice while giving it"));
        if (!begun) {
            var now = clock.instant();
            rows.comeBackUncounted(owed, now.plus(WHILE_ANOTHER_IS_ALONE), now);
        }
    }

    private void give(Owed owed) {
        var message = messages.byId(owed.message()).orElseThrow();
        var to = conversations.byId(message.conversation()).orElseThrow().talk().address();
        var courier = couriers.of(to.channel());
        var outcome = courier.react(to, Objects.requireNonNull(message.mid()), owed.wanted());
        settle(owed, outcome, message.conversation());
    }

    private void settle(Owed owed, Outcome outcome, ConversationId conversation) {
        switch (outcome) {
            case Outcome.Taken _ -> rows.given(owed, clock.instant());
            case Outcome.Refused refused -> failed(owed, refused.cause(), refused.detail());
            case Outcome.HeldElsewhere held -> failed(owed, held.cause(), held.detail());
            case Outcome.NotNow notNow -> again(owed, notNow.cause(), notNow.detail());
            case Outcome.EndpointRests rest -> {
                troubles.rests(owed.sender(), rest, clock.instant());
                held(owed, rest.cause());
            }
            case Outcome.EndpointStops stop -> {
                troubles.stops(owed.sender(), stop, clock.instant());
                held(owed, stop.cause());
            }
            case Outcome.Unreachable(var detail) -> again(owed, "network", detail);
            case Outcome.Unknown(var detail) -> again(owed, "network", detail);
        }
        events.publishEvent(new ConversationChanged(conversation, null, false));
    }

    private void failed(Owed owed, String cause, String detail) {
        log.warn("The reaction to {} was refused: {}", owed.message().value(), detail);
        rows.failed(owed, cause, clock.instant());
    }

    /// It is due again as soon as its endpoint may send.
    private void held(Owed owed, String cause) {
        var now = clock.instant();
        rows.comeBack(owed, now, cause, now);
    }

    private void again(Owed owed, String cause, String detail) {
        if (owed.attempts() >= settings.tries()) {
            failed(owed, cause, detail);
            return;
        }
        var now = clock.instant();
        rows.comeBack(owed, now.plusSeconds(1L << owed.attempts()), cause, now);
    }
}
