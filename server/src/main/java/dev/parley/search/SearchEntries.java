package dev.parley.search;

import static dev.parley.platform.Columns.instant;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import dev.parley.platform.ColumnArrays;
import dev.parley.platform.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The index: the terms of each message and of each customer's name. What it is made from is read
/// from the tables of `conversation`, `attachment` and `customer`.
@Repository
class SearchEntries {
    /// A `tsvector` has a limit, and the first pages of a text are enough to find it.
    private static final int LONGEST = 20_000;

    private static final String SELECT =
            """
            select m.id, m.sent_at, m.channel, m.endpoint, m.text,
                   case when m.kind = 'ATTACHMENT' then
                       (select string_agg(a.name, ' ' order by a.position) from attachment a
                         where a.message_id = m.id) end as names,
                   m.erased_at is null and m.note is null
                       and (m.text is not null or m.kind = 'ATTACHMENT') as searchable
              from message m
            """;

    private static final String SEARCHABLE =
            """
             m.erased_at is null and m.note is null
               and (m.text is not null or m.kind = 'ATTACHMENT')
            """;

    private static final String BY_IDS = SELECT + " where m.id = any (:ids) and" + SEARCHABLE;

    private static final String AFTER =
            SELECT + " where m.id > :after and m.id <= :last order by m.id limit :limit";

    /// Both tables are read in the order of their keys.
    private static final String MISSING =
            SELECT
                    + " where m.id > :from and m.id <= :to and"
                    + SEARCHABLE
                    + """
                       and not exists (select 1 from search_entry e where e.message_id = m.id)
                     order by m.id limit :limit
                    """;

    private static final String PUT =
            """
            insert into search_entry (message_id, sent_at, terms)
            select id, sent_at, terms::tsvector
              from unnest(:ids::uuid[], :sentAts::timestamptz[], :terms::text[])
                   as given (id, sent_at, terms)
             order by id
            on conflict (message_id) do update
               set sent_at = excluded.sent_at, terms = excluded.terms
            """;

    /// What was erased while it was being indexed.
    private static final String DELETE_ERASED =
            """
            delete from search_entry e using message m
             where e.message_id = any (:ids) and m.id = e.message_id and m.erased_at is not null
            """;

    private static final String NAMES =
            "select id, name from customer where id = any (:ids) and name is not null";

    private static final String PUT_NAMES =
            """
            insert into search_customer (customer_id, terms)
            select id, terms::tsvector
              from unnest(:ids::uuid[], :terms::text[]) as given (id, terms)
             order by id
            on conflict (customer_id) do update set terms = excluded.terms
            """;

    private final JdbcClient jdbc;

    SearchEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the messages stored after this one, also those without words}
    ///
    /// @param last the highest id to return
    List<Words> after(UUID message, UUID last, int limit) {
        return jdbc.sql(AFTER)
                .param("after", message)
                .param("last", last)
                .param("limit", limit)
                .query((row, _) -> wordsFromRow(row))
                .list();
    }

    /// {@return those with words that have no entry, of the messages in this range}
    List<Words> missing(UUID after, UUID to, int limit) {
        return jdbc.sql(MISSING)
                .param("from", after)
                .param("to", to)
                .param("limit", limit)
                .query((row, _) -> wordsFromRow(row))
                .list();
    }

    void put(List<Words> messages) {
        var some = messages.stream().filter(Words::searchable).toList();
        if (some.isEmpty()) {
            return;
        }
        new ColumnArrays<>(some)
                .uuids("ids", Words::message)
                .times("sentAts", Words::sentAt)
                .texts("terms", Words::vector)
                .in(jdbc.sql(PUT))
                .update();
        jdbc.sql(DELETE_ERASED)
                .param("ids", some.stream().map(Words::message).toArray(UUID[]::new))
                .update();
    }

    /// Makes the entries of these messages again.
    void update(Collection<UUID> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var ids = messages.toArray(UUID[]::new);
        var words = jdbc.sql(BY_IDS).param("ids", ids).query((row, _) -> wordsFromRow(row)).list();
        var kept = words.stream().map(Words::message).toList();
        messages.stream().filter(id -> !kept.contains(id)).forEach(this::delete);
        put(words);
    }

    /// Makes the entries of these customers again.
    void updateCustomers(Collection<UUID> customers) {
        if (customers.isEmpty()) {
            return;
        }
        var names =
                jdbc.sql(NAMES)
                        .param("ids", customers.toArray(UUID[]::new))
                        .query((row, _) ->
                                new Name(row.getObject("id", UUID.class), row.getString("name")))
                        .list();
        customers.forEach(this::deleteCustomer);
        new ColumnArrays<>(names)
                .uuids("ids", Name::customer)
                .texts("terms", one -> SearchTerms.vector(SearchTerms.of(one.name)))
                .in(jdbc.sql(PUT_NAMES))
                .update();
    }

    void delete(UUID message) {
        jdbc.sql("delete from search_entry where message_id = :id").param("id", message).update();
    }

    void deleteCustomer(UUID customer) {
        jdbc.sql("delete from search_customer where customer_id = :id")
                .param("id", customer)
                .update();
    }

    /// {@return the term that all messages of this endpoint have} No text contains it.
    static String termOf(Endpoint endpoint) {
        return SearchTerms.quoted("@" + endpoint.channel().name() + ":" + endpoint.id());
    }

    private static Words wordsFromRow(ResultSet row) throws SQLException {
        return new Words(
                row.getObject("id", UUID.class),
                instant(row, "sent_at"),
                new Endpoint(new ChannelKind(row.getString("channel")), row.getString("endpoint")),
                row.getString("text"),
                row.getString("names"),
                row.getBoolean("searchable"));
    }

    /// What a message is found by.
    ///
    /// @param names of its files
    record Words(
            UUID message,
            Instant sentAt,
            Endpoint endpoint,
            @Nullable String text,
            @Nullable String names,
            boolean searchable) {
        String vector() {
            var all = (text == null ? "" : text) + "\n" + (names == null ? "" : names);
            var terms = SearchTerms.of(StorableText.shortened(all, LONGEST));
            return SearchTerms.vector(terms) + " " + termOf(endpoint);
        }
    }

    private record Name(UUID customer, String name) {}
}
