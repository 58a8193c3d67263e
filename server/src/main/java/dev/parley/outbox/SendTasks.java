package dev.parley.outbox;

import dev.parley.channel.Attachment;
import dev.parley.channel.ByChannel;
import dev.parley.channel.Content;
import dev.parley.channel.Endpoint;
import dev.parley.channel.ReplyWindowState;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Messages;
import dev.parley.conversation.Replies;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.Courier.OutgoingMessage;
import dev.parley.outbox.Courier.Trace;
import dev.parley.outbox.SendLimits.Load;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The tasks for one message: sending it, within its endpoint's rate, or looking it up.
@Component
class SendTasks {
    private static final Logger log = LoggerFactory.getLogger(SendTasks.class);

    private final OutgoingRows rows;
    private final Messages messages;
    private final Conversations conversations;
    private final Replies replies;
    private final ByChannel<Courier> couriers;
    private final SendResults sendResults;
    private final SendLimitsByEndpoint sendLimitsByEndpoint;
    private final OutboxSettings settings;
    private final Clock clock;

    SendTasks(
            OutgoingRows rows,
            Messages messages,
            Conversations conversations,
            Replies replies,
            List<Courier> couriers,
            SendResults sendResults,
            SendLimitsByEndpoint sendLimitsByEndpoint,
            OutboxSettings settings,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.conversations = conversations;
        this.replies = replies;
        this.couriers = new ByChannel<>(couriers);
        this.sendResults = sendResults;
        this.sendLimitsByEndpoint = sendLimitsByEndpoint;
        this.settings = settings;
        this.clock = clock;
    }

    void send(Outgoing outgoing) {
        var message = messages.byId(outgoing.message()).orElseThrow();
        var conversation = conversations.byId(outgoing.conversation()).orElseThrow();
        if (message.content() instanceof Content.Files) {
            rows.extend(outgoing, clock.instant().plus(settings.fileLease()));
        }
        waitFor(outgoing.endpoint(), message);
        var outcome = send(courier(conversation), conversation, message);
        sendLimitsByEndpoint.record(outgoing.endpoint(), outcome, clock.instant());
        sendResults.settle(outgoing, outcome);
    }

    void trace(Outgoing outgoing) {
        var message = messages.byId(outgoing.message()).orElseThrow();
        var conversation = conversations.byId(outgoing.conversation()).orElseThrow();
        var parcel = parcel(conversation, message, false);
        var since = attempted(outgoing).minusSeconds(2);
        sendResults.settle(outgoing, trace(courier(conversation), parcel, since), conversation);
    }

    private void waitFor(Endpoint endpoint, Message message) {
        try {
            Thread.sleep(sendLimitsByEndpoint.wait(endpoint, load(message), clock.instant()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Load load(Message message) {
        return message.content() instanceof Content.Files(_, var files)
                        && files.stream().anyMatch(SendTasks::isHeavy)
                ? Load.MEDIA
                : Load.TEXT;
    }

    private static boolean isHeavy(Attachment file) {
        return file.type() == Attachment.Type.AUDIO || file.type() == Attachment.Type.VIDEO;
    }

    private Courier courier(Conversation conversation) {
        return couriers.of(conversation.talk().address().channel());
    }

    private static Trace trace(Courier courier, OutgoingMessage parcel, Instant since) {
        try {
            return courier.lookUp(parcel, since);
        } catch (RuntimeException fault) {
            log.error("Message {} could not be looked up", parcel.reference(), fault);
            return new Trace.CannotTell(fault.toString());
        }
    }

    /// A courier that throws must not block the messages behind it indefinitely.
    private Outcome send(Courier courier, Conversation conversation, Message message) {
        try {
            return sendInWindow(courier, conversation, message);
        } catch (RuntimeException fault) {
            log.error("Message {} could not be sent", message.id().value(), fault);
            return new Outcome.Unknown(fault.toString());
        }
    }

    /// The reply window is checked now, whatever it was when the message was written.
    private Outcome sendInWindow(Courier courier, Conversation conversation, Message message) {
        return switch (replies.windowOf(conversation)) {
            case ReplyWindowState.Open _ -> courier.send(parcel(conversation, message, false));
            case ReplyWindowState.Extended _ when message.author() == Author.AGENT ->
                    courier.send(parcel(conversation, message, true));
            case ReplyWindowState.Extended _, ReplyWindowState.Closed _ ->
                    new Outcome.Refused("window", "The reply window was closed", false);
        };
    }

    private static OutgoingMessage parcel(
            Conversation conversation, Message message, boolean extended) {
        var content = message.content();
        if (content == null) {
            throw new IllegalStateException("Message " + message.id().value() + " has no content");
        }
        return new OutgoingMessage(
                message.id().value().toString(),
                conversation.talk().address(),
                content,
                message.replyTo(),
                extended);
    }

    private Instant attempted(Outgoing outgoing) {
        @Nullable Instant at = outgoing.attemptedAt();
        return at == null ? clock.instant() : at;
    }
}
