package dev.parley.outbox;

import dev.parley.background.Pump;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Lets endpoints send again that were blocked.
@Component
public class BlockedSending {
    private final SendBlocks sendBlocks;
    private final Audit audit;
    private final Pump pump;

    BlockedSending(SendBlocks sendBlocks, Audit audit, Pump outboxPump) {
        this.sendBlocks = sendBlocks;
        this.audit = audit;
        this.pump = outboxPump;
    }

    /// Something was fixed for these endpoints: messages that waited for it are sent at once.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void resume(ChannelKind channel, Collection<String> endpoints) {
        sendBlocks.clear(channel, endpoints, false);
        pump.nudge();
    }

    /// Tries this endpoint again on a user's request, regardless of the channel's last answer.
    @Transactional
    public void tryAgain(Endpoint endpoint, UserId by) {
        sendBlocks.clear(endpoint.channel(), List.of(endpoint.id()), true);
        audit.record(
                by,
                "endpoint.triedAgain",
                "endpoint/%s/%s".formatted(endpoint.channel(), endpoint.id()),
                Map.of(),
                Map.of());
        pump.nudge();
    }
}
