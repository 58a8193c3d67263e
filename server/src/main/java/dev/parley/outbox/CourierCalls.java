package dev.parley.outbox;

import dev.parley.channel.ByChannel;
import dev.parley.channel.ReplyWindowState;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Author;
import dev.parley.outbox.Courier.Lookup;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.Courier.OutgoingMessage;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Calls the courier of a message's channel, whatever it answers or throws.
@Component
class CourierCalls {
    private static final Logger log = LoggerFactory.getLogger(CourierCalls.class);

    private final ByChannel<Courier> couriers;
    private final SendPace pace;

    CourierCalls(List<Courier> couriers, SendPace pace) {
        this.couriers = new ByChannel<>(couriers);
        this.pace = pace;
    }

    /// Sends the message as soon as its endpoint's rate allows.
    Outcome send(ClaimedMessage claimed) {
        var slot = pace.waitFor(claimed.endpoint(), claimed.message());
        var outcome = sendNow(claimed);
        pace.record(claimed.endpoint(), claimed.message(), outcome, slot);
        return outcome;
    }

    /// A courier that throws must not block the messages behind it indefinitely.
    private Outcome sendNow(ClaimedMessage claimed) {
        try {
            return sendInWindow(courier(claimed.conversation()), claimed);
        } catch (RuntimeException fault) {
            log.error("Message {} could not be sent", claimed.message().id().value(), fault);
            return new Outcome.Unknown(fault.toString());
        }
    }

    /// {@return what the channel's message history shows since then}
    Lookup lookUp(Conversation conversation, Message message, Instant since) {
        var outgoing = outgoing(conversation, message, false);
        var courier = courier(conversation);
        try {
            return courier.lookUp(outgoing, since);
        } catch (RuntimeException fault) {
            log.error("Message {} could not be looked up", outgoing.reference(), fault);
            return new Lookup.Inconclusive(fault.toString());
        }
    }

    /// The reply window is checked now, whatever it was when the message was written.
    private Outcome sendInWindow(Courier courier, ClaimedMessage claimed) {
        var conversation = claimed.conversation();
        var message = claimed.message();
        return switch (claimed.window().get()) {
            case ReplyWindowState.Open _ -> courier.send(outgoing(conversation, message, false));
            case ReplyWindowState.Extended _ when message.author() == Author.AGENT ->
                    courier.send(outgoing(conversation, message, true));
            case ReplyWindowState.Extended _, ReplyWindowState.Closed _ ->
                    new Outcome.Refused("window", "The reply window was closed", false);
        };
    }

    private static OutgoingMessage outgoing(
            Conversation conversation, Message message, boolean extended) {
        var content = message.content();
        if (content == null) {
            throw new IllegalStateException("Message " + message.id().value() + " has no content");
        }
        return new OutgoingMessage(
                message.id().value().toString(),
                conversation.details().address(),
                content,
                message.replyTo(),
                extended);
    }

    private Courier courier(Conversation conversation) {
        return couriers.of(conversation.details().address().channel());
    }
}
