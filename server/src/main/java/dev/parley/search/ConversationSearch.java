package dev.parley.search;

import dev.parley.conversation.Access;
import dev.parley.conversation.ConversationId;
import dev.parley.customer.CustomerId;
import dev.parley.identity.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds conversations that a user may read, by their number or by their customer's name. Reads the
/// table of `conversation`, so that one statement also decides who may read them.
@Repository
public class ConversationSearch {
    private static final String BY_NUMBER =
            "select c.id from conversation c where c.number = :number and " + Access.READABLE;

    /// The latest conversation of each customer, those with the latest messages first.
    private static final String BY_CUSTOMER =
            """
            select latest.id
              from (select customer_id from search_customer
                     where terms @@ :terms::tsquery limit 500) as named
             cross join lateral
                   (select c.id, c.last_message_at from conversation c
                     where c.customer_id = named.customer_id and
            """
                    + Access.READABLE
                    + """
                             order by c.last_message_at desc limit 1) as latest
                     order by latest.last_message_at desc
                     limit :limit
                    """;

    private static final String LATEST_OF =
            """
            select latest.id
              from unnest(:customers::uuid[]) as given (customer_id)
             cross join lateral
                   (select c.id, c.last_message_at from conversation c
                     where c.customer_id = given.customer_id and
            """
                    + Access.READABLE
                    + """
                             order by c.last_message_at desc limit 1) as latest
                     order by latest.last_message_at desc
                     limit :limit
                    """;

    private final JdbcClient jdbc;
    private final SearchLimits limits;

    ConversationSearch(JdbcClient jdbc, SearchLimits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /// {@return the conversation whose number was searched for}
    public Optional<ConversationId> byNumber(SearchQuery query, SignedIn me) {
        var number = query.number();
        return number.isEmpty()
                ? Optional.empty()
                : Access.reading(me, jdbc.sql(BY_NUMBER))
                        .param("number", number.getAsLong())
                        .query(UUID.class)
                        .optional()
                        .map(ConversationId::new);
    }

    /// {@return the latest conversation with each of these customers}
    public List<ConversationId> latestOf(List<CustomerId> customers, SignedIn me, int limit) {
        return customers.isEmpty()
                ? List.of()
                : Access.reading(me, jdbc.sql(LATEST_OF))
                        .param(
                                "customers",
                                customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                        .param("limit", limit)
                        .query((row, _) -> new ConversationId(row.getObject("id", UUID.class)))
                        .list();
    }

    /// {@return the latest conversation with each customer whose name was searched for}
    ///
    /// @throws SearchUnavailable if it takes too long, or too many search at the same time
    public List<ConversationId> byCustomer(SearchQuery query, SignedIn me, int limit) {
        return limits.search(() ->
                Access.reading(me, jdbc.sql(BY_CUSTOMER))
                        .param("terms", query.condition())
                        .param("limit", limit)
                        .query((row, _) -> new ConversationId(row.getObject("id", UUID.class)))
                        .list());
    }
}
