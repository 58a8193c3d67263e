package dev.parley.outbox;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.ChannelKind;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.Messages;
import dev.parley.conversation.Replies;
import dev.parley.conversation.ReplyWindow;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.Courier.Parcel;
import dev.parley.outbox.Courier.Trace;
import dev.parley.outbox.Outgoing.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what is owed: one message at a time per conversation, many conversations at once.
///
/// That an attempt begins is on disk before the channel hears of it, so that a crash leaves a
/// message *unknown*, never a second copy. What is unknown is looked up before it is sent again.
@Component
class Dispatch {
    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private final OutgoingRows rows;
    private final Messages messages;
    private final Conversations conversations;
    private final Replies replies;
    private final Map<ChannelKind, Courier> couriers;
    private final Settlement settlement;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final OutboxSettings settings;
    private final Clock clock;

    Dispatch(
            OutgoingRows rows,
            Messages messages,
            Conversations conversations,
            Replies replies,
            List<Courier> couriers,
            Settlement settlement,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            OutboxSettings settings,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.conversations = conversations;
        this.replies = replies;
        this.couriers = couriers.stream().collect(toMap(Courier::channel, identity()));
        this.settlement = settlement;
        this.transaction = transaction;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /// Does one piece of work; {@return false if there was none}
    boolean dispatchOne() {
        var claimed = transaction.execute(_ -> claim());
        claimed.ifPresent(this::work);
        return claimed.isPresent();
    }

    private Optional<Outgoing> claim() {
        var now = clock.instant();
        var claimed = rows.claim(now, now.plus(settings.lease()));
        claimed.ifPresent(one -> {
            var status = one.state() == State.SENDING ? Status.SENDING : Status.UNKNOWN;
            messages.moved(one.message(), status, null, null);
            events.publishEvent(new ConversationChanged(one.conversation(), null, false));
        });
        return claimed;
    }

    private void work(Outgoing outgoing) {
        var message = messages.byId(outgoing.message()).orElseThrow();
        var conversation = conversations.byId(outgoing.conversation()).orElseThrow();
        var courier = couriers.get(conversation.talk().address().channel());
        if (courier == null) {
            throw new IllegalStateException(
                    "Nobody carries for " + conversation.talk().address().channel());
        }
        if (outgoing.state() == State.SENDING) {
            settlement.settle(outgoing, send(courier, conversation, message));
        } else {
            settlement.settle(outgoing, trace(courier, conversation, outgoing), conversation);
        }
    }

    private Trace trace(Courier courier, Conversation conversation, Outgoing outgoing) {
        try {
            var message = messages.byId(outgoing.message()).orElseThrow();
            var since = attempted(outgoing).minusSeconds(2);
            return courier.trace(parcel(conversation, message, false), since);
        } catch (RuntimeException fault) {
            log.error("Message {} could not be traced", outgoing.message().value(), fault);
            return new Trace.CannotTell(fault.toString());
        }
    }

    /// A courier that breaks its promise must not hold up everything behind it for ever.
    private Outcome send(Courier courier, Conversation conversation, Message message) {
        try {
            return sendInWindow(courier, conversation, message);
        } catch (RuntimeException fault) {
            log.error("Message {} could not be carried", message.id().value(), fault);
            return new Outcome.Unknown(fault.toString());
        }
    }

    /// The window is reckoned now, whatever was true when the message was written.
    private Outcome sendInWindow(Courier courier, Conversation conversation, Message message) {
        return switch (replies.windowOf(conversation)) {
            case ReplyWindow.Open _ -> courier.carry(parcel(conversation, message, false));
            case ReplyWindow.HumanAgent _ when message.author() == Author.AGENT ->
                    courier.carry(parcel(conversation, message, true));
            case ReplyWindow.HumanAgent _, ReplyWindow.Closed _ ->
                    new Outcome.Refused("window", "The reply window was shut");
        };
    }

    private static Parcel parcel(Conversation conversation, Message message, boolean byHumanTag) {
        var content = message.content();
        if (content == null) {
            throw new IllegalStateException("Message " + message.id().value() + " says nothing");
        }
        return new Parcel(
                message.id().value().toString(),
                conversation.talk().address(),
                content,
                message.replyTo(),
                byHumanTag);
    }

    private Instant attempted(Outgoing outgoing) {
        @Nullable Instant at = outgoing.attemptedAt();
        return at == null ? clock.instant() : at;
    }
}
