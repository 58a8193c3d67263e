package dev.parley.routing;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.notification.NotificationOccasion;
import dev.parley.workstream.notification.NotificationTemplateId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All consults that were asked for, in PostgreSQL. Those in which a colleague takes part now are
/// rows of `participant`.
@Repository
class ConsultRows {
    private static final String COLUMNS =
            """
            select id, conversation_id, agent_id, asked_by, asked_at, expires_at, template_id,
                   workstream_id, may_decline
              from consult
            """;

    private static final String ADD =
            """
            insert into consult (id, conversation_id, agent_id, asked_by, request_key, asked_at,
                                 expires_at, template_id, workstream_id, may_decline)
            values (:id, :conversation, :agent, :askedBy, :key, :askedAt, :expiresAt, :template,
                    :workstream, :mayDecline)
            """;

    private static final String SETTLE =
            """
            update consult set outcome = :outcome, settled_at = :now
             where id = :id and outcome is null
            """;

    private static final String WITHDRAW =
            """
            update consult set outcome = 'WITHDRAWN', settled_at = :now
             where conversation_id = any (:conversations) and outcome is null
            returning agent_id
            """;

    private final JdbcClient jdbc;

    ConsultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param key of the request, unique in the conversation
    void add(Consult consult, String key) {
        var terms = consult.terms();
        jdbc.sql(ADD)
                .param("id", consult.id().value())
                .param("conversation", consult.conversation().value())
                .param("agent", consult.agent().value())
                .param("askedBy", consult.askedBy().value())
                .param("key", key)
                .param("askedAt", utc(consult.askedAt()))
                .param("expiresAt", utc(consult.expiresAt()))
                .param("template", Objects.requireNonNull(terms.template()).value())
                .param("workstream", Objects.requireNonNull(terms.workstream()).value())
                .param("mayDecline", terms.mayDecline())
                .update();
    }

    /// {@return whether this request was carried out before}
    boolean isAsked(ConversationId conversation, String key) {
        return jdbc.sql(
                        """
                        select exists (select 1 from consult
                                        where conversation_id = :conversation
                                          and request_key = :key)
                        """)
                .param("conversation", conversation.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    Optional<Consult> pending(ConsultId id) {
        return pending("id = :id", Map.of("id", id.value())).findFirst();
    }

    List<Consult> pendingOf(UserId agent) {
        return pending("agent_id = :agent", Map.of("agent", agent.value())).toList();
    }

    List<Consult> pendingIn(ConversationId conversation) {
        return pending("conversation_id = :in", Map.of("in", conversation.value())).toList();
    }

    private Stream<Consult> pending(String which, Map<String, UUID> parameters) {
        return jdbc
                .sql(COLUMNS + "where " + which + " and outcome is null order by asked_at")
                .params(parameters)
                .query(ConsultRows::fromRow)
                .list()
                .stream();
    }

    Optional<Consult> nextDue(Instant now) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where outcome is null and expires_at <= :now
                                order by expires_at
                                limit 1
                                """)
                .param("now", utc(now))
                .query(ConsultRows::fromRow)
                .optional();
    }

    /// {@return whether it was still pending}
    boolean settle(ConsultId id, Outcome outcome, Instant now) {
        return jdbc.sql(SETTLE)
                        .param("id", id.value())
                        .param("outcome", outcome.name())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// {@return the agents who were asked}
    List<UserId> withdraw(Collection<ConversationId> conversations, Instant now) {
        return jdbc.sql(WITHDRAW)
                .param(
                        "conversations",
                        conversations.stream().map(ConversationId::value).toArray(UUID[]::new))
                .param("now", utc(now))
                .query((row, _) -> new UserId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Consult fromRow(ResultSet row, int index) throws SQLException {
        return new Consult(
                new ConsultId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new UserId(row.getObject("agent_id", UUID.class)),
                new UserId(row.getObject("asked_by", UUID.class)),
                instant(row, "asked_at"),
                instant(row, "expires_at"),
                new OfferTerms(
                        NotificationOccasion.CONSULT,
                        new WorkstreamId(row.getObject("workstream_id", UUID.class)),
                        new NotificationTemplateId(row.getObject("template_id", UUID.class)),
                        row.getBoolean("may_decline"),
                        false,
                        null));
    }

    /// What became of it.
    enum Outcome {
        ACCEPTED,
        DECLINED,
        TIMED_OUT,
        WITHDRAWN
    }
}
