package dev.parley.desk;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.customer.CustomerId;
import dev.parley.desk.view.ConversationState;
import dev.parley.desk.view.ListFilter;
import dev.parley.desk.view.ListOrder;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The read model of the worklist: it reads the tables of `conversation`, `customer`, `contact` and
/// `workspace` directly, so that a list needs only one statement.
@Repository
class WorkRows {
    private static final String SELECT =
            """
            select c.id, c.number, c.channel, c.endpoint, c.state, c.agent_id, c.last_message_at,
                   c.last_customer_act_at, c.preview, c.preview_kind, c.unread,
                   c.preview_author, c.since, c.closing, c.snoozed_until, c.woken, k.id as customer_id,
                   coalesce(p.name, k.name) as name, k.visitor,
                   k.picture is not null as has_picture,
                   exists (select 1 from message m
                            where m.conversation_id = c.id and m.status in ('FAILED', 'UNKNOWN'))
                       as not_sent,
                   exists (select 1 from draft d
                            where d.user_id = :me and d.conversation_id = c.id
                              and not d.replaced) as drafted
              from conversation c
              join customer k on k.id = c.customer_id
              left join contact_link l on l.customer_id = k.id
              left join contact p on p.id = l.contact_id and p.kind = 'PERSON'
            """;

    private static final String MINE =
            """
             where c.agent_id = :me and c.state in ('ACTIVE', 'WAITING', 'WRAP_UP')
               and c.snoozed_until is null
            """;
    private static final String SNOOZED = " where c.agent_id = :me and c.snoozed_until is not null";
    private static final String OPEN = " where c.state = 'OPEN'";
    private static final String ALL = " where c.state <> 'CLOSED'";
    private static final String CLOSED =
            " where c.agent_id = :me and c.state = 'CLOSED' and c.since >= :today";

    private static final String COUNTS =
            """
            select (select count(*) from conversation
                     where agent_id = :reader and state in ('ACTIVE', 'WAITING', 'WRAP_UP')
                       and (unread > 0 or woken)) as unread,
                   (select count(*) from (select 1 from conversation where state = 'OPEN'
                                           limit 100) as first_hundred) as open,
                   (select count(*) from (select 1 from mention m
                                            join conversation c on c.id = m.conversation_id
                                           where m.user_id = :reader and m.read_at is null
                                             and %s
                                           limit 100) as first_mentions) as mentions
            """
                    .formatted(Access.READABLE);

    private final JdbcClient jdbc;

    WorkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WorkRow> list(ListFilter show, ListOrder sort, UserId me, Instant today, int limit) {
        return jdbc.sql(SELECT + where(show) + order(show, sort) + " limit :limit")
                .param("me", me.value())
                .param("today", utc(today))
                .param("limit", limit)
                .query((row, _) -> fromRow(row))
                .list();
    }

    List<WorkRow> byIds(List<UUID> conversations, UserId me) {
        return jdbc.sql(SELECT + " where c.id = any (:ids)")
                .param("me", me.value())
                .param("ids", conversations.toArray(UUID[]::new))
                .query((row, _) -> fromRow(row))
                .list();
    }

    Counts counts(SignedIn me) {
        return Access.reading(me, jdbc.sql(COUNTS))
                .query((row, _) ->
                        new Counts(
                                row.getInt("unread"), row.getInt("open"), row.getInt("mentions")))
                .single();
    }

    private static String where(ListFilter show) {
        return switch (show) {
            case MINE -> MINE;
            case SNOOZED -> SNOOZED;
            case OPEN -> OPEN;
            case ALL -> ALL;
            case CLOSED -> CLOSED;
        };
    }

    /// WAITING: unanswered messages of customers first, the oldest of them at the top.
    private static String order(ListFilter show, ListOrder sort) {
        if (show == ListFilter.SNOOZED) {
            return " order by c.snoozed_until, c.id";
        }
        return switch (sort) {
            case NEWEST -> " order by c.last_message_at desc, c.id";
            case WAITING -> " order by not c.preview_inbound, c.last_message_at, c.id";
            case WINDOW -> " order by c.last_customer_act_at nulls last, c.id";
        };
    }

    private static WorkRow fromRow(ResultSet row) throws SQLException {
        var agent = row.getObject("agent_id", UUID.class);
        var acted = instantOrNull(row, "last_customer_act_at");
        return new WorkRow(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new Endpoint(new ChannelKind(row.getString("channel")), row.getString("endpoint")),
                State.valueOf(row.getString("state")),
                agent == null ? null : new UserId(agent),
                instant(row, "last_message_at"),
                acted,
                row.getString("preview"),
                Kind.valueOf(row.getString("preview_kind")),
                Author.valueOf(row.getString("preview_author")),
                row.getInt("unread"),
                instant(row, "since"),
                row.getBoolean("closing"),
                instantOrNull(row, "snoozed_until"),
                row.getBoolean("woken"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("name"),
                row.getLong("visitor"),
                row.getBoolean("has_picture"),
                row.getBoolean("not_sent"),
                row.getBoolean("drafted"));
    }

    record Counts(int unread, int open, int mentions) {}

    record WorkRow(
            UUID id,
            long number,
            Endpoint endpoint,
            State state,
            @Nullable UserId agent,
            Instant lastMessageAt,
            @Nullable Instant lastCustomerActAt,
            String preview,
            Kind previewKind,
            Author previewAuthor,
            int unread,
            Instant since,
            boolean closing,
            @Nullable Instant snoozedUntil,
            boolean woken,
            CustomerId customer,
            @Nullable String name,
            long visitor,
            boolean hasPicture,
            boolean notSent,
            boolean drafted) {
        ConversationState shownState() {
            return closing ? ConversationState.CLOSING : ConversationState.of(state);
        }

        /// Whether this agent may read it.
        boolean isOpenTo(UserId user) {
            return state == State.OPEN || state == State.CLOSED || user.equals(agent);
        }
    }
}
