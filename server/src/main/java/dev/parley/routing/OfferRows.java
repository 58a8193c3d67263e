package dev.parley.routing;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import dev.parley.routing.RoutingVerdict.Chosen;
import dev.parley.workstream.WorkstreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// All offers, in PostgreSQL.
@Repository
class OfferRows {
    private static final JsonMapper json = JsonMapper.shared();

    private static final String COLUMNS =
            """
            select id, conversation_id, agent_id, offered_at, expires_at, why, occasion,
                   template_id, workstream_id, may_decline, automatic, assigned_by
              from offer
            """;

    private static final String ADD =
            """
            insert into offer (id, conversation_id, agent_id, offered_at, expires_at, why, occasion,
                               template_id, workstream_id, may_decline, automatic, assigned_by,
                               outcome, settled_at)
            values (:id, :conversation, :agent, :offeredAt, :expiresAt, :why::jsonb, :occasion,
                    :template, :workstream, :mayDecline, :automatic, :assignedBy,
                    :outcome, :settledAt::timestamptz)
            """;

    private static final String SETTLE =
            """
            update offer set outcome = :outcome, settled_at = :now
             where id = :id and outcome is null
            """;

    private static final String DECLINE_ASSIGNED =
            """
            update offer set outcome = 'DECLINED', settled_at = :now
             where id = :id and outcome = 'ACCEPTED' and assigned_by is not null
            """;

    private static final String WITHDRAW =
            """
            update offer set outcome = 'WITHDRAWN', settled_at = :now
             where conversation_id = :conversation and outcome is null
            returning agent_id
            """;

    private static final String EXPIRE =
            """
            with due as (
                select w.conversation_id
                  from offer o
                  join work_item w on w.conversation_id = o.conversation_id
                 where o.outcome is null and o.expires_at <= :now
                   for update of w skip locked
            ), expired as (
                update offer o set outcome = 'TIMED_OUT', settled_at = :now
                  from due
                 where o.conversation_id = due.conversation_id and o.outcome is null
                returning o.conversation_id, o.agent_id
            ), back as (
                update work_item w set try_at = :now
                  from expired
                 where w.conversation_id = expired.conversation_id
            )
            select agent_id from expired
            """;

    /// Only since it waits this time: an agent who declined it before may accept it now.
    private static final String DECLINES =
            """
            select o.conversation_id, o.agent_id, count(*) as times, max(o.settled_at) as last_at,
                   (array_agg(o.outcome order by o.settled_at desc))[1] = 'TIMED_OUT' as missed
              from offer o
              join work_item w on w.conversation_id = o.conversation_id
             where o.conversation_id = any (:conversations)
               and o.outcome in ('DECLINED', 'TIMED_OUT') and o.settled_at >= w.since
             group by o.conversation_id, o.agent_id
            """;

    private static final String MISSED =
            COLUMNS
                    + """
                    where agent_id = :agent and outcome = 'TIMED_OUT' and seen_at is null
                      and settled_at >= :since
                    order by settled_at desc
                    limit :limit
                    """;

    /// Since they answered one, or dismissed the missed ones.
    private static final String MISSED_IN_A_ROW =
            """
            select count(*)
              from offer
             where agent_id = :agent and outcome = 'TIMED_OUT' and seen_at is null
               and settled_at > coalesce((select max(settled_at)
                                            from offer
                                           where agent_id = :agent
                                             and outcome in ('ACCEPTED', 'DECLINED')),
                                         '-infinity')
            """;

    private static final String SHOWN_TO =
            "(%s) union all (%s)"
                    .formatted(
                            COLUMNS
                                    + """
                                    where agent_id = :agent and outcome is null and not automatic
                                    order by offered_at
                                    """,
                            COLUMNS
                                    + """
                                    where agent_id = :agent and automatic and outcome = 'ACCEPTED'
                                      and seen_at is null and settled_at >= :since
                                    order by settled_at desc
                                    limit :limit
                                    """);

    private static final String SEEN =
            """
            update offer set seen_at = :now
             where agent_id = :agent and outcome = 'TIMED_OUT' and seen_at is null
            """;

    private static final String PENDING =
            """
            select o.agent_id, w.workstream_id, count(*) as offers
              from offer o
              join work_item w on w.conversation_id = o.conversation_id
             where o.outcome is null and w.workstream_id is not null
             group by o.agent_id, w.workstream_id
            """;

    private final JdbcClient jdbc;

    OfferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Offer offer) {
        add(offer, null);
    }

    /// Adds one of a conversation that is assigned to the agent already.
    void addAccepted(Offer offer) {
        add(offer, Outcome.ACCEPTED);
    }

    private void add(Offer offer, @Nullable Outcome outcome) {
        jdbc.sql(ADD)
                .params(OfferTermsRows.columns(offer.terms()))
                .param("id", offer.id().value())
                .param("conversation", offer.conversation().value())
                .param("agent", offer.agent().value())
                .param("offeredAt", utc(offer.offeredAt()))
                .param("expiresAt", utc(offer.expiresAt()))
                .param("why", json.writeValueAsString(offer.why()))
                .param("outcome", outcome == null ? null : outcome.name())
                .param("settledAt", outcome == null ? null : utc(offer.offeredAt()))
                .update();
    }

    Optional<Offer> pending(OfferId id) {
        return jdbc.sql(COLUMNS + "where id = :id and outcome is null")
                .param("id", id.value())
                .query((row, _) -> fromRow(row))
                .optional();
    }

    /// {@return the offer of a conversation that a colleague assigned, if it was not declined}
    Optional<Offer> assigned(OfferId id) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where id = :id and outcome = 'ACCEPTED'
                                  and assigned_by is not null
                                """)
                .param("id", id.value())
                .query((row, _) -> fromRow(row))
                .optional();
    }

    /// {@return whether it was not declined before}
    boolean declineAssigned(OfferId id, Instant now) {
        return jdbc.sql(DECLINE_ASSIGNED).param("id", id.value()).param("now", utc(now)).update()
                == 1;
    }

    Optional<ConversationId> madeTo(UserId agent, OfferId id) {
        return jdbc.sql("select conversation_id from offer where id = :id and agent_id = :agent")
                .param("id", id.value())
                .param("agent", agent.value())
                .query((row, _) -> new ConversationId(row.getObject(1, UUID.class)))
                .optional();
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
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// {@return the agents to whom this conversation was offered}
    List<UserId> withdraw(ConversationId conversation, Instant now) {
        return agents(
                jdbc.sql(WITHDRAW)
                        .param("conversation", conversation.value())
                        .param("now", utc(now)));
    }

    /// Expires offers, and makes their conversations wait again. {@return the agents who did not
    /// answer in time}
    List<UserId> expire(Instant now) {
        return agents(jdbc.sql(EXPIRE).param("now", utc(now)));
    }

    /// {@return the offers that this agent missed and has not dismissed, the latest first}
    List<Offer> missedBy(UserId agent, Instant since, int limit) {
        return jdbc.sql(MISSED)
                .param("agent", agent.value())
                .param("since", utc(since))
                .param("limit", limit)
                .query((row, _) -> fromRow(row))
                .list();
    }

    /// {@return the pending offers to this agent, the oldest first; then those that were accepted
    /// for the agent since then, the latest first, up to the limit}
    List<Offer> shownTo(UserId agent, Instant since, int limit) {
        return jdbc.sql(SHOWN_TO)
                .param("agent", agent.value())
                .param("since", utc(since))
                .param("limit", limit)
                .query((row, _) -> fromRow(row))
                .list();
    }

    int missedInARow(UserId agent) {
        return jdbc.sql(MISSED_IN_A_ROW)
                .param("agent", agent.value())
                .query(Integer.class)
                .single();
    }

    /// {@return whether there were any that this agent had not dismissed}
    boolean seen(UserId agent, Instant now) {
        return jdbc.sql(SEEN).param("agent", agent.value()).param("now", utc(now)).update() > 0;
    }

    /// {@return which agents declined or missed these conversations while they wait, and how often}
    List<Declines> declinesOf(List<ConversationId> conversations) {
        return jdbc.sql(DECLINES)
                .param(
                        "conversations",
                        conversations.stream().map(ConversationId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        new Declines(
                                new ConversationId(row.getObject("conversation_id", UUID.class)),
                                new UserId(row.getObject("agent_id", UUID.class)),
                                row.getInt("times"),
                                row.getBoolean("missed"),
                                instant(row, "last_at")))
                .list();
    }

    /// {@return the number of unanswered offers by agent and workstream}
    List<Pending> pending() {
        return jdbc.sql(PENDING)
                .query((row, _) ->
                        new Pending(
                                new UserId(row.getObject("agent_id", UUID.class)),
                                new WorkstreamId(row.getObject("workstream_id", UUID.class)),
                                row.getInt("offers")))
                .list();
    }

    private static List<UserId> agents(JdbcClient.StatementSpec statement) {
        return statement.query((row, _) -> new UserId(row.getObject(1, UUID.class))).list();
    }

    private static Offer fromRow(ResultSet row) throws SQLException {
        return new Offer(
                new OfferId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new UserId(row.getObject("agent_id", UUID.class)),
                instant(row, "offered_at"),
                instant(row, "expires_at"),
                json.readValue(row.getString("why"), Chosen.class),
                OfferTermsRows.terms(row));
    }

    /// The outcome of an offer.
    enum Outcome {
        ACCEPTED,
        DECLINED,
        TIMED_OUT,
        WITHDRAWN
    }

    /// How often one agent declined or missed one conversation, and when last.
    ///
    /// @param missed whether they did not answer the last time
    record Declines(
            ConversationId conversation, UserId agent, int times, boolean missed, Instant last) {}

    /// The number of an agent's unanswered offers in one workstream.
    record Pending(UserId agent, WorkstreamId workstream, int offers) {}
}
