package dev.parley.routing;

import static java.time.ZoneOffset.UTC;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import dev.parley.routing.Verdict.Chosen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// All offers, in PostgreSQL.
@Repository
class OfferRows {
    private static final JsonMapper json = JsonMapper.shared();

    private static final String COLUMNS =
            "select id, conversation_id, agent_id, offered_at, expires_at, why from offer ";

    private static final String ADD =
            """
            insert into offer (id, conversation_id, agent_id, offered_at, expires_at, why)
            values (:id, :conversation, :agent, :offeredAt, :expiresAt, :why::jsonb)
            """;

    private static final String SETTLE =
            """
            update offer set outcome = :outcome, settled_at = :now
             where id = :id and outcome is null
            """;

    private static final String WITHDRAW =
            """
            update offer set outcome = 'WITHDRAWN', settled_at = :now
             where conversation_id = :conversation and outcome is null
            returning agent_id
            """;

    private static final String EXPIRE =
            """
            update offer set outcome = 'TIMED_OUT', settled_at = :now
             where outcome is null and expires_at <= :now
            returning agent_id
            """;

    private static final String HISTORY =
            """
            select agent_id,
                   count(*) filter (where conversation_id = :conversation
                                      and outcome in ('DECLINED', 'TIMED_OUT')) as declines,
                   max(settled_at) filter (where conversation_id = :conversation
                                             and outcome in ('DECLINED', 'TIMED_OUT'))
                       as declined_at,
                   count(*) filter (where outcome is null) as pending,
                   max(offered_at) as last_offer_at
              from offer
             where conversation_id = :conversation or outcome is null
                   or offered_at > :recently
             group by agent_id
            """;

    private final JdbcClient jdbc;

    OfferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Offer offer) {
        jdbc.sql(ADD)
                .param("id", offer.id().value())
                .param("conversation", offer.conversation().value())
                .param("agent", offer.agent().value())
                .param("offeredAt", offer.offeredAt().atOffset(UTC))
                .param("expiresAt", offer.expiresAt().atOffset(UTC))
                .param("why", json.writeValueAsString(offer.why()))
                .update();
    }

    Optional<Offer> pending(OfferId id) {
        return jdbc.sql(COLUMNS + "where id = :id and outcome is null")
                .param("id", id.value())
                .query((row, _) -> fromRow(row))
                .optional();
    }

    List<Offer> pendingOf(UserId agent) {
        return jdbc.sql(COLUMNS + "where agent_id = :agent and outcome is null order by offered_at")
                .param("agent", agent.value())
                .query((row, _) -> fromRow(row))
                .list();
    }

    Optional<Offer> acceptedFor(ConversationId conversation) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where conversation_id = :conversation and outcome = 'ACCEPTED'
                                order by settled_at desc limit 1
                                """)
                .param("conversation", conversation.value())
                .query((row, _) -> fromRow(row))
                .optional();
    }

    /// {@return whether it was still pending}
    boolean settle(OfferId id, Outcome outcome, Instant now) {
        return jdbc.sql(SETTLE)
                        .param("id", id.value())
                        .param("outcome", outcome.name())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /// {@return to whom this conversation had been held out}
    List<UserId> withdraw(ConversationId conversation, Instant now) {
        return agents(
                jdbc.sql(WITHDRAW)
                        .param("conversation", conversation.value())
                        .param("now", now.atOffset(UTC)));
    }

    /// {@return whose time to answer was up}
    List<UserId> expire(Instant now) {
        return agents(jdbc.sql(EXPIRE).param("now", now.atOffset(UTC)));
    }

    Map<UserId, History> historyFor(ConversationId conversation, Instant recently) {
        return jdbc
                .sql(HISTORY)
                .param("conversation", conversation.value())
                .param("recently", recently.atOffset(UTC))
                .query((row, _) -> historyFromRow(row))
                .list()
                .stream()
                .collect(Collectors.toMap(History::agent, one -> one));
    }

    private static List<UserId> agents(JdbcClient.StatementSpec statement) {
        return statement.query((row, _) -> new UserId(row.getObject(1, UUID.class))).list();
    }

    private static History historyFromRow(ResultSet row) throws SQLException {
        return new History(
                new UserId(row.getObject("agent_id", UUID.class)),
                row.getInt("declines"),
                instant(row, "declined_at"),
                row.getInt("pending"),
                instant(row, "last_offer_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    private static Offer fromRow(ResultSet row) throws SQLException {
        return new Offer(
                new OfferId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new UserId(row.getObject("agent_id", UUID.class)),
                instant(row, "offered_at"),
                instant(row, "expires_at"),
                json.readValue(row.getString("why"), Chosen.class));
    }

    /// How an offer ended.
    enum Outcome {
        ACCEPTED,
        DECLINED,
        TIMED_OUT,
        WITHDRAWN
    }

    /// @param pending how many offers the agent has not answered yet
    record History(
            UserId agent, int declines, Instant declinedAt, int pending, Instant lastOfferAt) {}
}
