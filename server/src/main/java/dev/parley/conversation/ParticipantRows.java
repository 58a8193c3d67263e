package dev.parley.conversation;

import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.Participant.Kind;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// All participants, in PostgreSQL. Whoever changes them has locked the conversation, whose column
/// `participants` changes in the same statement.
@Repository
class ParticipantRows {
    private static final String OF =
            """
            select user_id, kind, agent_id from participant
             where conversation_id = :conversation and left_at is null
             order by joined_at, user_id
            """;

    private static final String LATEST_OF_USER =
            """
            select user_id, kind, agent_id from participant
             where conversation_id = :conversation and user_id = :user
            """;

    private static final String JOIN =
            """
            with joined as (
                insert into participant (conversation_id, user_id, kind, agent_id, joined_at, seen_id)
                values (:conversation, :user, 'CONSULTED', :agent, :now, :seen)
                on conflict (conversation_id, user_id)
                do update set kind = excluded.kind, agent_id = excluded.agent_id,
                              joined_at = excluded.joined_at, seen_id = excluded.seen_id,
                              left_at = null
            )
            update conversation
               set participants = array_append(array_remove(participants, :user), :user)
             where id = :conversation
            """;

    private static final String ADD =
            """
            update participant set kind = 'ADDED', seen_id = :seen
             where conversation_id = :conversation and user_id = :user and kind = 'CONSULTED'
               and left_at is null
            """;

    private static final String LEAVE =
            """
            with gone as (
                update participant set left_at = :now
                 where conversation_id = :conversation and user_id = :user and left_at is null
                returning user_id
            )
            update conversation
               set participants = array_remove(participants, :user)
             where id = :conversation and exists (select 1 from gone)
            """;

    /// What the conversations became ends consults, and at last everything.
    private static final String END =
            """
            with ended as (
                update participant p set left_at = :now
                  from conversation c
                 where c.id = any (:conversations) and p.conversation_id = c.id
                   and p.left_at is null
                   and (c.state = 'CLOSED' or c.agent_id = p.user_id
                        or p.kind = 'CONSULTED' and c.agent_id is distinct from p.agent_id)
                returning p.conversation_id, p.user_id
            )
            update conversation c
               set participants = array(select unnest(c.participants)
                                        except
                                        select e.user_id from ended e
                                         where e.conversation_id = c.id)
             where c.id in (select conversation_id from ended)
            """;

    private static final String SEEN =
            """
            update participant p set seen_id = :seen
             where p.conversation_id = :conversation and p.user_id = :user and p.left_at is null
               and exists (select 1 from message m where
            """
                    + Participants.UNREAD
                    + ")";

    private final JdbcClient jdbc;

    ParticipantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Participant> of(ConversationId conversation) {
        return jdbc.sql(OF)
                .param("conversation", conversation.value())
                .query(ParticipantRows::fromRow)
                .list();
    }

    /// {@return this user, whether they are in it or were}
    Optional<Participant> latest(ConversationId conversation, UserId user) {
        return about(LATEST_OF_USER, conversation, user).query(ParticipantRows::fromRow).optional();
    }

    void join(ConversationId conversation, UserId user, UserId agent, Instant now) {
        about(JOIN, conversation, user)
                .param("agent", agent.value())
                .param("now", utc(now))
                .param("seen", Ids.next())
                .update();
    }

    /// {@return whether they were consulted until now}
    boolean add(ConversationId conversation, UserId user) {
        return about(ADD, conversation, user).param("seen", Ids.next()).update() == 1;
    }

    /// {@return whether they were in it until now}
    boolean leave(ConversationId conversation, UserId user, Instant now) {
        return about(LEAVE, conversation, user).param("now", utc(now)).update() == 1;
    }

    void end(Collection<ConversationId> conversations, Instant now) {
        jdbc.sql(END)
                .param(
                        "conversations",
                        conversations.stream().map(ConversationId::value).toArray(UUID[]::new))
                .param("now", utc(now))
                .update();
    }

    /// {@return whether there was anything new to them}
    boolean seen(ConversationId conversation, UserId user) {
        return about(SEEN, conversation, user).param("seen", Ids.next()).update() == 1;
    }

    private StatementSpec about(String sql, ConversationId conversation, UserId user) {
        return jdbc.sql(sql)
                .param("conversation", conversation.value())
                .param("user", user.value());
    }

    private static Participant fromRow(ResultSet row, int index) throws SQLException {
        return new Participant(
                new UserId(row.getObject("user_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                new UserId(row.getObject("agent_id", UUID.class)));
    }
}
