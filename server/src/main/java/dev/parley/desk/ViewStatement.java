package dev.parley.desk;

import static dev.parley.platform.Columns.utc;

import dev.parley.channel.ChannelRules;
import dev.parley.conversation.Access;
import dev.parley.desk.view.FilterField;
import dev.parley.desk.view.ListFilter;
import dev.parley.desk.view.ListOrder;
import dev.parley.desk.view.ViewFilter;
import dev.parley.identity.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The conversations of a view in SQL, as rows `c` of `conversation`. It reads the tables of
/// `conversation`, `customer`, `contact`, `tag`, `team`, `routing` and `workstream`, so that a list
/// needs only one statement.
final class ViewStatement {
    /// Closed conversations change no more and are very many. What no index finds among them is
    /// looked for in the newest only.
    static final int MOST_CLOSED = 20_000;

    private static final Set<FilterField> NOT_INDEXED =
            Set.of(
                    FilterField.WORKSTREAM,
                    FilterField.WINDOW,
                    FilterField.LANGUAGE,
                    FilterField.LINKED);

    /// A conversation that was opened a moment ago has no queue yet.
    private static final String IN_MY_QUEUES =
            """
            exists (select 1
                      from work_item w
                      left join queue q on q.id = w.queue_id
                     where w.conversation_id = c.id
                       and (q.id is null or q.is_default
                            or exists (select 1 from queue_member m
                                        where m.queue_id = q.id and m.user_id = :me)))
            """;

    /// With those into which a colleague asked the user: each half has an index.
    private static final String MINE =
            """
            (c.agent_id = :me and c.state in ('ACTIVE', 'WAITING', 'WRAP_UP')
                 and c.snoozed_until is null
             or c.participants <> '{}' and c.participants @> array[:me]::uuid[]
                 and c.state <> 'CLOSED')
            """;

    /// A tag that was merged into another finds what has the other one.
    private static final String TAGS =
            """
            (select coalesce(m.tag_id, asked.id)
               from unnest(:tags::uuid[]) as asked (id)
               left join merged_tag m on m.id = asked.id)
            """;

    private static final String TAGGED =
            "exists (select 1 from conversation_tag t where t.conversation_id = c.id"
                    + " and t.tag_id = any (array"
                    + TAGS
                    + "))";

    /// The closed conversations with a tag are looked up from the tag: the newest of each, by the
    /// order of the ids, which the index has. Looking for the tag in all that are closed would read
    /// most of them if only old ones have it.
    private static final String NEWEST_TAGGED =
            """
            (select distinct newest.conversation_id
               from unnest(array%s) as tag (id)
              cross join lateral (select t.conversation_id
                                    from conversation_tag t
                                   where t.tag_id = tag.id
                                   order by t.conversation_id desc
                                   limit %d) as newest
              order by newest.conversation_id desc
              limit %d) as tagged
              join conversation c on c.id = tagged.conversation_id
            """
                    .formatted(TAGS, MOST_CLOSED, MOST_CLOSED);

    private static final Map<String, Duration> WAITS =
            Map.of(
                    "any", Duration.ZERO,
                    "15m", Duration.ofMinutes(15),
                    "1h", Duration.ofHours(1),
                    "4h", Duration.ofHours(4),
                    "1d", Duration.ofDays(1));

    private final ViewFilter filter;
    private final SignedIn me;
    private final Instant now;
    private final StringJoiner conditions = new StringJoiner(" and ");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private ViewStatement(ViewFilter filter, SignedIn me, Instant now) {
        this.filter = filter;
        this.me = me;
        this.now = now;
        parameters.put("me", me.userId().value());
    }

    /// @param rules those of all channels, which define the reply windows
    static ViewStatement of(
            ViewFilter filter, SignedIn me, Instant now, Collection<ChannelRules> rules) {
        var statement = new ViewStatement(filter, me, now);
        filter.values().forEach((field, value) -> statement.add(field, value, rules));
        return statement;
    }

    /// {@return `from` and `where`}
    String conversations() {
        var from = "conversation c where " + base();
        if (filter.isClosed() && filter.values().containsKey(FilterField.TAG)) {
            from = NEWEST_TAGGED + " where " + base();
        } else if (filter.isClosed()
                && filter.values().keySet().stream().anyMatch(NOT_INDEXED::contains)) {
            from =
                    "(select c.* from %s order by c.since desc, c.id limit %d) c where true"
                            .formatted(from, MOST_CLOSED);
        }
        return " from " + from + (conditions.length() == 0 ? "" : " and " + conditions);
    }

    /// {@return `order by`} The same conversations are listed in the same order each time.
    String order(ListOrder sort) {
        if (filter.show() == ListFilter.SNOOZED) {
            return " order by c.snoozed_until, c.id";
        }
        if (filter.isClosed()) {
            return sort == ListOrder.OLDEST
                    ? " order by c.since, c.id desc"
                    : " order by c.since desc, c.id";
        }
        return switch (sort) {
            case NEWEST -> " order by c.last_message_at desc, c.id";
            case OLDEST -> " order by c.last_message_at, c.id";
            case WAITING ->
                    " order by case when c.state in ('OPEN', 'ACTIVE') then c.waiting_since end"
                            + " nulls last, c.last_message_at, c.id";
            case WINDOW -> " order by c.last_customer_act_at nulls last, c.id";
        };
    }

    StatementSpec bind(StatementSpec statement) {
        return Access.reading(me, statement.params(parameters));
    }

    private String base() {
        var readsAll = Access.mayReadAll(me);
        return switch (filter.show()) {
            case MINE -> filter.isClosed() ? "c.agent_id = :me and c.state = 'CLOSED'" : MINE;
            case WAITING -> "c.agent_id = :me and c.state = 'WAITING' and c.snoozed_until is null";
            case SNOOZED -> "c.agent_id = :me and c.snoozed_until is not null";
            case OPEN -> "c.state = 'OPEN'" + (readsAll ? "" : " and " + IN_MY_QUEUES);
            case ALL -> state() + (readsAll ? "" : " and " + Access.READABLE);
            case CLOSED -> "c.state = 'CLOSED'" + (readsAll ? "" : " and c.agent_id = :me");
        };
    }

    private String state() {
        return filter.isClosed() ? "c.state = 'CLOSED'" : "c.state <> 'CLOSED'";
    }

    private void add(FilterField field, String value, Collection<ChannelRules> rules) {
        switch (field) {
            case STATE ->
                    add(
                            "c.state = :state",
                            "state",
                            value.toUpperCase(Locale.ROOT).replace('-', '_'));
            case ENDPOINT -> addEndpoint(value);
            case WORKSTREAM ->
                    add(
                            "exists (select 1 from channel_instance i where i.channel = c.channel"
                                    + " and i.endpoint = c.endpoint"
                                    + " and i.workstream_id = :workstream)",
                            "workstream",
                            Objects.requireNonNull(filter.id(field)));
            case QUEUE ->
                    add(
                            "c.state = 'OPEN' and exists (select 1 from work_item w"
                                    + " where w.conversation_id = c.id and w.queue_id = :queue)",
                            "queue",
                            Objects.requireNonNull(filter.id(field)));
            case AGENT -> addAgent(value);
            case WINDOW -> conditions.add(new WindowConditions(now, rules, parameters).of(value));
            case WAITING ->
                    add(
                            "c.state in ('OPEN', 'ACTIVE') and c.waiting_since <= :waitingBefore",
                            "waitingBefore",
                            utc(now.minus(Objects.requireNonNull(WAITS.get(value)))));
            case LANGUAGE -> addLanguage(value);
            case TAG -> addTags();
            case LINKED ->
                    conditions.add(
                            (value.equals("yes") ? "exists" : "not exists")
                                    + " (select 1 from contact_link l"
                                    + " where l.customer_id = c.customer_id"
                                    + " union all select 1 from conversation_contact m"
                                    + " where m.conversation_id = c.id)");
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private void addTags() {
        parameters.put("tags", filter.ids(FilterField.TAG).toArray(UUID[]::new));
        if (!filter.isClosed()) {
            conditions.add(TAGGED);
        }
    }

    private void addEndpoint(String value) {
        var parts = value.split(":", 2);
        add("c.channel = :channel", "channel", parts[0]);
        if (parts.length == 2) {
            add("c.endpoint = :endpoint", "endpoint", parts[1]);
        }
    }

    private void addAgent(String value) {
        if (value.equals(FilterField.ME)) {
            conditions.add("c.agent_id = :me");
        } else {
            add(
                    "c.agent_id = :agent",
                    "agent",
                    Objects.requireNonNull(filter.id(FilterField.AGENT)));
        }
    }

    /// A look-up for each conversation: as a join, it would read all customers.
    private void addLanguage(String value) {
        var locale = "(select %s from customer k where k.id = c.customer_id)";
        if (value.equals("unknown")) {
            conditions.add(locale.formatted("k.locale is null"));
        } else {
            var language = "split_part(lower(replace(k.locale, '-', '_')), '_', 1)";
            add(locale.formatted(language) + " = :language", "language", value);
        }
    }
}
