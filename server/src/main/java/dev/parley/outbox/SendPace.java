package dev.parley.outbox;

import dev.parley.channel.Attachment;
import dev.parley.channel.Content;
import dev.parley.channel.Endpoint;
import dev.parley.conversation.Message;
import dev.parley.outbox.Courier.Outcome;
import dev.parley.outbox.SendLimits.Load;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Keeps the sending of messages within their endpoint's rate.
@Component
class SendPace {
    private final SendLimitsByEndpoint sendLimitsByEndpoint;
    private final Clock clock;

    SendPace(SendLimitsByEndpoint sendLimitsByEndpoint, Clock clock) {
        this.sendLimitsByEndpoint = sendLimitsByEndpoint;
        this.clock = clock;
    }

    /// Waits until the endpoint may send this message. {@return when it was to be sent, as
    /// `System.nanoTime()`}
    long waitFor(Endpoint endpoint, Message message) {
        var wait = sendLimitsByEndpoint.wait(endpoint, load(message), clock.instant());
        var slot = System.nanoTime() + wait.toNanos();
        try {
            Thread.sleep(wait);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return slot;
    }

    /// Adapts the rate to the channel's answer.
    ///
    /// @param slot when it was to be sent
    void record(Endpoint endpoint, Message message, Outcome outcome, long slot) {
        var took = Duration.ofNanos(System.nanoTime() - slot);
        sendLimitsByEndpoint.record(endpoint, load(message), outcome, took, clock.instant());
    }

    private static Load load(Message message) {
        return message.content() instanceof Content.Files(_, var files)
                        && files.stream().anyMatch(SendPace::isHeavy)
                ? Load.MEDIA
                : Load.TEXT;
    }

    private static boolean isHeavy(Attachment file) {
        return file.type() == Attachment.Type.AUDIO || file.type() == Attachment.Type.VIDEO;
    }
}
