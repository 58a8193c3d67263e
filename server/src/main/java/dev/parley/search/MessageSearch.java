package dev.parley.search;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.MessageId;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.tag.TagId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds messages that a user may read, newest first. In two steps, because PostgreSQL cannot know
/// how common a word is: the index returns up to 1,000 messages that contain it, which are sorted;
/// if there are more, the newest messages are read back until enough of them contain it.
///
/// Which of them the user may read, and what was erased, is decided by the tables of
/// `conversation`.
@Repository
public class MessageSearch {
    public static final int PAGE = 20;

    /// A count that is shown is exact up to this one.
    public static final int COUNTED = 1_000;

    private static final int STRETCH = 20_000;
    private static final int CANDIDATES = 200;
    private static final Duration BUDGET = Duration.ofMillis(1_200);
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final UUID HIGHEST = new UUID(-1, -1);

    private static final String CANDIDATES_BY_INDEX =
            """
            select message_id, sent_at from search_entry
             where terms @@ :terms::tsquery
               and sent_at >= :from and (sent_at, message_id) < (:to, :toId)
             limit :limit
            """;

    /// The limit keeps the condition outside, so that rows are read in the order of their time, and
    /// no more of them than are needed.
    private static final String CANDIDATES_BY_TIME =
            """
            select message_id, sent_at
              from (select message_id, sent_at, terms from search_entry
                     where sent_at >= :from and (sent_at, message_id) < (:to, :toId)
                     order by sent_at desc, message_id desc
                     limit :stretch) as newest
             where terms @@ :terms::tsquery
             limit :limit
            """;

    private static final String END_OF_STRETCH =
            """
            select message_id, sent_at from search_entry
             where sent_at >= :from and (sent_at, message_id) < (:to, :toId)
             order by sent_at desc, message_id desc
            offset :stretch - 1 limit 1
            """;

    private static final String VISIBLE =
            """
            select e.message_id, e.sent_at, count(*) over () as total
              from search_entry e
              join message m on m.id = e.message_id
              join conversation c on c.id = m.conversation_id
             where e.message_id = any (:ids) and m.erased_at is null and
            """
                    + Access.READABLE
                    + """
                       and (:state::text is null or c.state = :state)
                       and (:agent::uuid is null or c.agent_id = :agent)
                       and (:tag::uuid is null
                            or exists (select 1 from conversation_tag t
                                        where t.conversation_id = c.id and t.tag_id = :tag))
                     order by e.sent_at desc, e.message_id desc
                     limit :limit
                    """;

    private final JdbcClient jdbc;
    private final SearchLimits limits;

    MessageSearch(JdbcClient jdbc, SearchLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /// {@return a page of what is found}
    ///
    /// @param before where the page before this one ended; null for the first
    /// @throws SearchUnavailable if it takes too long, or too many search at the same time
    public Found find(SearchQuery query, Filter filter, @Nullable Place before, SignedIn me) {
        return limits.search(() -> {
            var start = before == null ? new Place(filter.until(LATEST), HIGHEST) : before;
            var some = byIndex(query, filter, start);
            return some.size() > COUNTED
                    ? byTime(query, filter, start, me)
                    : page(visible(some, filter, me, PAGE + 1));
        });
    }

    private static Found page(List<Hit> all) {
        var shown = all.subList(0, Math.min(PAGE, all.size()));
        return new Found(
                shown.stream().map(Hit::message).toList(),
                all.size() > PAGE ? shown.getLast().place() : null,
                all.isEmpty() ? 0 : all.getFirst().total,
                null);
    }

    private List<Place> byIndex(SearchQuery query, Filter filter, Place start) {
        return bounded(CANDIDATES_BY_INDEX, query, filter, start)
                .param("limit", COUNTED + 1)
                .query((row, _) -> placeFromRow(row))
                .list();
    }

    /// Reads back until there is a page, all is read, or the time is over: then the user decides
    /// whether it goes on.
    private Found byTime(SearchQuery query, Filter filter, Place start, SignedIn me) {
        var began = System.nanoTime();
        var hits = new ArrayList<Hit>();
        @Nullable Place next = start;
        while (next != null && hits.size() <= PAGE) {
            if (System.nanoTime() - began > BUDGET.toNanos()) {
                return new Found(messages(hits), next, COUNTED + 1, next.at);
            }
            var some = candidates(query, filter, next);
            hits.addAll(visible(some, filter, me, PAGE + 1 - hits.size()));
            next = some.size() == CANDIDATES ? some.getLast() : endOfStretch(query, filter, next);
        }
        var shown = hits.subList(0, Math.min(PAGE, hits.size()));
        return new Found(
                messages(shown),
                hits.size() > PAGE ? shown.getLast().place() : null,
                COUNTED + 1,
                null);
    }

    private List<Place> candidates(SearchQuery query, Filter filter, Place start) {
        return bounded(CANDIDATES_BY_TIME, query, filter, start)
                .param("stretch", STRETCH)
                .param("limit", CANDIDATES)
                .query((row, _) -> placeFromRow(row))
                .list();
    }

    private @Nullable Place endOfStretch(SearchQuery query, Filter filter, Place start) {
        return bounded(END_OF_STRETCH, query, filter, start)
                .param("stretch", STRETCH)
                .query((row, _) -> placeFromRow(row))
                .optional()
                .orElse(null);
    }

    private JdbcClient.StatementSpec bounded(
            String sql, SearchQuery query, Filter filter, Place start) {
        var endpoint = filter.endpoint();
        var terms =
                endpoint == null
                        ? query.condition()
                        : query.condition() + " & " + SearchEntries.termOf(endpoint);
        var from = filter.from();
        return jdbc.sql(sql)
                .param("terms", terms)
                .param("from", utc(from == null ? EARLIEST : from))
                .param("to", utc(start.at))
                .param("toId", start.message);
    }

    private List<Hit> visible(List<Place> some, Filter filter, SignedIn me, int limit) {
        if (some.isEmpty()) {
            return List.of();
        }
        var state = filter.state();
        var agent = filter.agent();
        var tag = filter.tag();
        return Access.reading(me, jdbc.sql(VISIBLE))
                .param("ids", some.stream().map(Place::message).toArray(UUID[]::new))
                .param("state", state == null ? null : state.name())
                .param("agent", agent == null ? null : agent.value())
                .param("tag", tag == null ? null : tag.value())
                .param("limit", limit)
                .query((row, _) -> new Hit(placeFromRow(row), row.getInt("total")))
                .list();
    }

    private static List<MessageId> messages(List<Hit> hits) {
        return hits.stream().map(Hit::message).toList();
    }

    private static Place placeFromRow(ResultSet row) throws SQLException {
        return new Place(instant(row, "sent_at"), row.getObject("message_id", UUID.class));
    }

    private record Hit(Place place, int total) {
        MessageId message() {
            return new MessageId(place.message);
        }
    }

    /// A position in the results.
    public record Place(Instant at, UUID message) {}

    /// Which messages are searched; null for whatever does not matter.
    ///
    /// @param from the first moment
    /// @param to the first moment after it
    public record Filter(
            @Nullable State state,
            @Nullable UserId agent,
            @Nullable Endpoint endpoint,
            @Nullable TagId tag,
            @Nullable Instant from,
            @Nullable Instant to) {
        public static final Filter NONE = new Filter(null, null, null, null, null, null);

        private Instant until(Instant latest) {
            return to == null ? latest : to;
        }
    }

    /// A page of what was found.
    ///
    /// @param next where the next ones begin; null if these are the last
    /// @param total how many there are in all from the beginning on, if they are not more than
    ///   [#COUNTED]
    /// @param readBackTo null if this page is complete; until when messages were read when the time
    ///   was over
    public record Found(
            List<MessageId> messages,
            @Nullable Place next,
            int total,
            @Nullable Instant readBackTo) {
        public Found {
            messages = List.copyOf(messages);
        }
    }
}
