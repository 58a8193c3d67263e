package dev.parley.routing;

import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.ConversationConflict;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The offers that are accepted without asking their agent, who is told afterwards. Each is
/// accepted in a transaction of its own, after the one that made it: the other way round, the locks
/// of the distribution and of the conversation would be taken in the wrong order.
@Component
public class AutoAssignments {
    private static final Logger log = LoggerFactory.getLogger(AutoAssignments.class);
    private static final int AT_ONCE = 50;

    private static final String PENDING =
            """
            select id, agent_id from offer
             where automatic and outcome is null
             order by offered_at
             limit :limit
            """;

    private static final String SEEN =
            """
            update offer set seen_at = :now
             where id = :id and agent_id = :agent and automatic and outcome = 'ACCEPTED'
               and seen_at is null
            """;

    private final JdbcClient jdbc;
    private final Offers offers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AutoAssignments(JdbcClient jdbc, Offers offers, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.events = events;
        this.clock = clock;
    }

    /// The agent dismissed the notice. Nothing happens if they did before.
    @Transactional
    public void seen(OfferId id, UserId agent) {
        var changed =
                jdbc.sql(SEEN)
                        .param("id", id.value())
                        .param("agent", agent.value())
                        .param("now", utc(clock.instant()))
                        .update();
        if (changed > 0) {
            events.publishEvent(new OfferChanged(agent));
        }
    }

    /// Accepts those that are pending; {@return whether there may be more}
    boolean acceptSome() {
        var accepted = 0;
        for (var one : pending()) {
            accepted += accept(one) ? 1 : 0;
        }
        return accepted > 0;
    }

    private List<Automatic> pending() {
        return jdbc.sql(PENDING)
                .param("limit", AT_ONCE)
                .query((row, _) ->
                        new Automatic(
                                new OfferId(row.getObject("id", UUID.class)),
                                new UserId(row.getObject("agent_id", UUID.class))))
                .list();
    }

    /// What cannot be accepted now expires, and its conversation waits again.
    private boolean accept(Automatic offer) {
        try {
            offers.accept(offer.id, offer.agent);
            return true;
        } catch (ConversationConflict | AccessDeniedException refused) {
            log.info("Offer {} was not accepted: {}", offer.id.value(), refused.getMessage());
            return false;
        }
    }

    private record Automatic(OfferId id, UserId agent) {}
}
