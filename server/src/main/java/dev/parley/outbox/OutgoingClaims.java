package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.ConversationChanged;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.MessageStatuses;
import dev.parley.outbox.OutgoingRows.Span;
import dev.parley.platform.Installation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Claims due messages for this node, until their lease ends. While the installation is quiet, it
/// claims none.
@Component
class OutgoingClaims {
    private final OutgoingRows rows;
    private final MessageStatuses messageStatuses;
    private final ApplicationEventPublisher events;
    private final Installation installation;
    private final OutboxSettings settings;

    OutgoingClaims(
            OutgoingRows rows,
            MessageStatuses messageStatuses,
            ApplicationEventPublisher events,
            Installation installation,
            OutboxSettings settings) {
        this.rows = rows;
        this.messageStatuses = messageStatuses;
        this.events = events;
        this.installation = installation;
        this.settings = settings;
    }

    /// Claims messages that are due to be sent.
    ///
    /// @param free the number of free threads, for endpoints where not all are free
    @Transactional
    public List<Outgoing> toSend(Map<Endpoint, Integer> free, Instant now) {
        return installation.isQuiet()
                ? List.of()
                : marked(rows.claimToSend(free, settings.concurrency(), span(now)), Status.SENDING);
    }

    /// Claims messages whose result is unknown, to look them up.
    ///
    /// @param free as for [#toSend]
    /// @param concurrency how many are looked up at once for each endpoint
    @Transactional
    public List<Outgoing> toLookUp(Map<Endpoint, Integer> free, int concurrency, Instant now) {
        return installation.isQuiet()
                ? List.of()
                : marked(rows.claimToLookUp(free, concurrency, span(now)), Status.UNKNOWN);
    }

    /// Sending files takes longer than the usual lease.
    void extend(Outgoing outgoing, Instant now) {
        rows.extend(outgoing, now.plus(settings.fileLease()));
    }

    private List<Outgoing> marked(List<Outgoing> claimed, Status status) {
        if (!claimed.isEmpty()) {
            messageStatuses.begin(claimed.stream().map(Outgoing::message).toList(), status);
            claimed.forEach(one ->
                    events.publishEvent(new ConversationChanged(one.conversation(), null, false)));
        }
        return claimed;
    }

    private Span span(Instant now) {
        return new Span(now, now.plus(settings.lease()));
    }
}
