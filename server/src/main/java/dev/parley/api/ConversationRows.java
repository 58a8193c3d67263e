package dev.parley.api;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.ConversationId;
import dev.parley.tag.TagName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The read model of the API's conversation lists: one statement per page. It reads the tables of
/// four modules (conversation, customer, tag, workstream) and writes to none.
///
/// Ordered by the time of opening, newest first, because that never changes: a client that pages
/// misses nothing while messages arrive.
@Repository
class ConversationRows {
    private static final String COLUMNS =
            """
            select c.id, c.state, c.channel, c.endpoint, c.person, c.agent_id, c.opened_at, c.last_message_at,
                   c.last_customer_act_at, c.customer_id, p.name, p.visitor,
                   coalesce(i.extended_window, false) as extended_window,
                   array(select g.name
                           from conversation_tag t
                           join tag g on g.id = t.tag_id
                          where t.conversation_id = c.id
                          order by g.name_key) as tags
              from conversation c
              join customer p on p.id = c.customer_id
              left join channel_instance i on i.channel = c.channel
                                           and i.endpoint = c.endpoint
             where (:everything or c.state = 'OPEN' or c.agent_id = :user
                    or :user = any (c.participants))
            """;

    private static final String WITH_TAG =
            """
             and c.id in (select t.conversation_id
                            from conversation_tag t
                            join tag g on g.id = t.tag_id
                           where g.name_key = :tag)
            """;

    private static final String PAGE =
            """
               and (:state::text is null or c.state = :state::text)
               and (:channel::text is null or c.channel = :channel::text)
               and (:endpoint::text is null or c.endpoint = :endpoint::text)
               and (:person::text is null or c.person = :person::text)
               and (:at::timestamptz is null
                    or (c.opened_at, c.id) < (:at::timestamptz, :id::uuid))
             order by c.opened_at desc, c.id desc
             limit :limit
            """;

    private static final String ONE = COLUMNS + " and c.id = :id";

    private final JdbcClient jdbc;

    ConversationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ConversationRow> page(
            ConversationScope scope, Filter filter, @Nullable ListCursor after, int limit) {
        var withTag = filter.tag == null ? "" : WITH_TAG;
        return within(COLUMNS + withTag + PAGE, scope)
                .params(filter.tag == null ? Map.of() : Map.of("tag", filter.tag.key()))
                .param("state", filter.state == null ? null : filter.state.name())
                .param("channel", filter.channel)
                .param("endpoint", filter.endpoint)
                .param("person", filter.person)
                .param("at", after == null ? null : utc(after.at()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, _) -> fromRow(row))
                .list();
    }

    Optional<ConversationRow> one(ConversationScope scope, ConversationId id) {
        return within(ONE, scope)
                .param("id", id.value())
                .query((row, _) -> fromRow(row))
                .optional();
    }

    private JdbcClient.StatementSpec within(String sql, ConversationScope scope) {
        return jdbc.sql(sql).param("everything", scope.all()).param("user", scope.user().value());
    }

    private static ConversationRow fromRow(ResultSet row) throws SQLException {
        var acted = instantOrNull(row, "last_customer_act_at");
        return new ConversationRow(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                new Address(
                        new ChannelKind(row.getString("channel")),
                        row.getString("endpoint"),
                        row.getString("person")),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getLong("visitor"),
                instant(row, "opened_at"),
                instant(row, "last_message_at"),
                row.getObject("agent_id", UUID.class),
                acted,
                row.getBoolean("extended_window"),
                List.of((String[]) row.getArray("tags").getArray()));
    }

    /// The filter of a list; null for any value.
    record Filter(
            @Nullable State state,
            @Nullable String channel,
            @Nullable String endpoint,
            @Nullable String person,
            @Nullable TagName tag) {}

    record ConversationRow(
            UUID id,
            State state,
            Address address,
            UUID customer,
            @Nullable String name,
            long visitor,
            Instant openedAt,
            Instant lastMessageAt,
            @Nullable UUID agent,
            @Nullable Instant lastCustomerActAt,
            boolean extendedWindow,
            List<String> tags) {
        ConversationRow {
            tags = List.copyOf(tags);
        }
    }
}
