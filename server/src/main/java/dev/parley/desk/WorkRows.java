package dev.parley.desk;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Channels;
import dev.parley.channel.Endpoint;
import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Participants;
import dev.parley.customer.CustomerId;
import dev.parley.desk.view.ConversationState;
import dev.parley.desk.view.ListFilter;
import dev.parley.desk.view.ListOrder;
import dev.parley.desk.view.RailView.Counts;
import dev.parley.desk.view.ViewFilter;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.privacy.Masking;
import dev.parley.privacy.Masks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The read model of the worklist: it reads the tables of `conversation`, `customer`, `contact`,
/// `tag` and `workspace` directly, so that a list needs only one statement.
@Repository
class WorkRows {
    /// More are not counted.
    static final int MOST_COUNTED = 100;

    private static final String SELECT =
            """
            select c.id, c.number, c.channel, c.endpoint, c.state, c.agent_id, c.last_message_at,
                   c.last_customer_act_at, c.preview, c.preview_kind,
                   case when :me = any (c.participants)
                        then (select count(*)
                                from (select 1
                                        from participant p
                                        join message m on m.conversation_id = p.conversation_id
                                       where p.conversation_id = c.id and p.user_id = :me
                                         and {unread}
                                       limit 100) as first_hundred)
                        else c.unread end as unread,
                   :me = any (c.participants) as participates,
                   c.preview_author, c.since, c.closing, c.snoozed_until, c.woken, c.waiting_since,
                   k.id as customer_id, coalesce(p.name, k.name) as name, k.visitor,
                   k.picture is not null as has_picture,
                   exists (select 1 from message m
                            where m.conversation_id = c.id and m.status in ('FAILED', 'UNKNOWN'))
                       as not_sent,
                   exists (select 1 from draft d
                            where d.user_id = :me and d.conversation_id = c.id
                              and not d.replaced) as drafted,
                   array(select g.name
                           from conversation_tag t
                           join tag g on g.id = t.tag_id
                          where t.conversation_id = c.id
                          order by g.name_key) as tags
              from %s
              join customer k on k.id = c.customer_id
              left join conversation_contact own on own.conversation_id = c.id
              left join contact_link l on l.customer_id = k.id
              left join contact p on p.id = coalesce(own.contact_id, l.contact_id)
                                 and p.kind = 'PERSON'
            """
                    .replace("{unread}", Participants.UNREAD);

    private static final String COUNTS =
            """
            select (select count(*) from conversation
                     where agent_id = :reader and state in ('ACTIVE', 'WAITING', 'WRAP_UP')
                       and (unread > 0 or woken))
                   + (select count(*) from participant p
                       where p.user_id = :reader
                         and exists (select 1 from message m where %s)) as unread,
                   (select count(*) from conversation
                     where agent_id = :reader and state = 'WAITING' and snoozed_until is null)
                       as waiting,
                   (select count(*) from conversation
                     where agent_id = :reader and snoozed_until is not null) as snoozed,
                   (select count(*) from (select 1 from mention m
                                            join conversation c on c.id = m.conversation_id
                                           where m.user_id = :reader and m.read_at is null
                                             and %s
                                           limit 100) as first_mentions) as mentions
            """
                    .formatted(Participants.UNREAD, Access.READABLE);

    private static final String LANGUAGES =
            """
            select distinct split_part(lower(replace(k.locale, '-', '_')), '_', 1) as language
              from conversation c
              join customer k on k.id = c.customer_id
             where c.state <> 'CLOSED' and k.locale ~ '^[A-Za-z]{2,3}([_-]|$)'
             order by language
             limit 50
            """;

    private final JdbcClient jdbc;
    private final Channels channels;
    private final Masking masking;

    WorkRows(JdbcClient jdbc, Channels channels, Masking masking) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.masking = masking;
    }

    /// {@return the first conversations of this view}
    List<WorkRow> list(ViewFilter view, ListOrder sort, SignedIn me, Instant now, int limit) {
        var masks = masking.current();
        var statement = ViewStatement.of(view, me, now, channels.allRules());
        var order = statement.order(sort);
        var first = "(select c.*" + statement.conversations() + order + " limit :limit) c";
        return statement
                .bind(jdbc.sql(SELECT.formatted(first) + order))
                .param("limit", limit)
                .query((row, _) -> fromRow(row, masks))
                .list();
    }

    /// {@return the ids of the first conversations of this view}
    List<ConversationId> ids(ViewFilter view, ListOrder sort, SignedIn me, Instant now, int limit) {
        var statement = ViewStatement.of(view, me, now, channels.allRules());
        return statement
                .bind(
                        jdbc.sql(
                                "select c.id"
                                        + statement.conversations()
                                        + statement.order(sort)
                                        + " limit :limit"))
                .param("limit", limit)
                .query((row, _) -> new ConversationId(row.getObject("id", UUID.class)))
                .list();
    }

    /// {@return how many conversations this view contains, at most [#MOST_COUNTED]}
    int count(ViewFilter view, SignedIn me, Instant now) {
        var statement = ViewStatement.of(view, me, now, channels.allRules());
        return statement
                .bind(
                        jdbc.sql(
                                "select count(*) from (select 1"
                                        + statement.conversations()
                                        + " limit :most) as found"))
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    List<WorkRow> byIds(List<UUID> conversations, UserId me) {
        var masks = masking.current();
        return jdbc.sql(SELECT.formatted("conversation c") + " where c.id = any (:ids)")
                .param("me", me.value())
                .param("ids", conversations.toArray(UUID[]::new))
                .query((row, _) -> fromRow(row, masks))
                .list();
    }

    /// {@return the languages of the customers whose conversations are not closed}
    List<String> languages() {
        return jdbc.sql(LANGUAGES).query((row, _) -> row.getString("language")).list();
    }

    /// {@return how much there is in the views that every desk has}
    Counts counts(SignedIn me, Instant now) {
        var open = count(ViewFilter.of(ListFilter.OPEN), me, now);
        return Access.reading(me, jdbc.sql(COUNTS))
                .query((row, _) ->
                        new Counts(
                                row.getInt("unread"),
                                open,
                                row.getInt("waiting"),
                                row.getInt("snoozed"),
                                row.getInt("mentions")))
                .single();
    }

    private static WorkRow fromRow(ResultSet row, Masks masks) throws SQLException {
        var agent = row.getObject("agent_id", UUID.class);
        var acted = instantOrNull(row, "last_customer_act_at");
        var author = Author.valueOf(row.getString("preview_author"));
        return new WorkRow(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new Endpoint(new ChannelKind(row.getString("channel")), row.getString("endpoint")),
                State.valueOf(row.getString("state")),
                agent == null ? null : new UserId(agent),
                instant(row, "last_message_at"),
                acted,
                MaskedPreview.of(masks, row.getString("preview"), author),
                Kind.valueOf(row.getString("preview_kind")),
                author,
                row.getInt("unread"),
                instant(row, "since"),
                row.getBoolean("closing"),
                instantOrNull(row, "snoozed_until"),
                row.getBoolean("woken"),
                instantOrNull(row, "waiting_since"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("name"),
                row.getLong("visitor"),
                row.getBoolean("has_picture"),
                row.getBoolean("not_sent"),
                row.getBoolean("drafted"),
                row.getBoolean("participates"),
                List.of((String[]) row.getArray("tags").getArray()));
    }

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
            @Nullable Instant waitingSince,
            CustomerId customer,
            @Nullable String name,
            long visitor,
            boolean hasPicture,
            boolean notSent,
            boolean drafted,
            boolean participates,
            List<String> tags) {
        WorkRow {
            tags = List.copyOf(tags);
        }

        ConversationState shownState() {
            return closing ? ConversationState.CLOSING : ConversationState.of(state);
        }

        /// Since when the customer waits for a reply; null if nobody has to reply.
        @Nullable Instant unansweredSince() {
            return state == State.OPEN || state == State.ACTIVE ? waitingSince : null;
        }

        /// Whether this agent, for whom it was read, may read it.
        boolean isOpenTo(UserId user) {
            return state == State.OPEN
                    || state == State.CLOSED
                    || user.equals(agent)
                    || participates;
        }
    }
}
