package dev.parley.outbox;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.ChannelKind;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Messages;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.ReactionRows.Owed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Gives the reactions that are owed, one at a time for each message.
@Component
class Reacting {
    private static final Logger log = LoggerFactory.getLogger(Reacting.class);

    private final ReactionRows rows;
    private final Messages messages;
    private final Conversations conversations;
    private final Map<ChannelKind, Courier> couriers;
    private final ApplicationEventPublisher events;
    private final OutboxSettings settings;
    private final Clock clock;

    Reacting(
            ReactionRows rows,
            Messages messages,
            Conversations conversations,
            List<Courier> couriers,
            ApplicationEventPublisher events,
            OutboxSettings settings,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.conversations = conversations;
        this.couriers = couriers.stream().collect(toMap(Courier::channel, identity()));
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /// Does one piece of work; {@return false if there was none}
    boolean giveOne() {
        var now = clock.instant();
        var claimed = rows.claim(now, now.plus(settings.lease()));
        claimed.ifPresent(this::give);
        return claimed.isPresent();
    }

    private void give(Owed owed) {
        var message = messages.byId(owed.message()).orElseThrow();
        var to = conversations.byId(message.conversation()).orElseThrow().talk().address();
        var courier = Objects.requireNonNull(couriers.get(to.channel()));
        var outcome = courier.react(to, Objects.requireNonNull(message.mid()), owed.wanted());
        settle(owed, outcome, message.conversation());
    }

    private void settle(Owed owed, Outcome outcome, ConversationId conversation) {
        switch (outcome) {
            case Outcome.Taken _ -> rows.given(owed, clock.instant());
            case Outcome.Refused(var cause, var detail) -> failed(owed, cause, detail);
            case Outcome.Later later -> later(owed, later.cause(), later.detail(), later.after());
            case Outcome.Unknown(var detail) -> later(owed, "network", detail, null);
        }
        events.publishEvent(new ConversationChanged(conversation, null, false));
    }

    private void failed(Owed owed, String cause, String detail) {
        log.warn("The reaction to {} was refused: {}", owed.message().value(), detail);
        rows.failed(owed, cause, clock.instant());
    }

    private void later(Owed owed, String cause, String detail, @Nullable Duration after) {
        if (owed.attempts() >= settings.tries()) {
            failed(owed, cause, detail);
            return;
        }
        var now = clock.instant();
        var pause = after == null ? Duration.ofSeconds(1L << owed.attempts()) : after;
        rows.comeBack(owed, now.plus(pause), cause, now);
    }
}
