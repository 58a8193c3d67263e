package dev.parley.timeout;

import dev.parley.conversation.Conversation.Active;
import dev.parley.customer.CustomerId;
import dev.parley.engagement.SlugValues;
import dev.parley.identity.Users;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The names that a message of a rule can contain. Reads the tables of `customer` and `contact`
/// directly: as at the desk, the name on record goes before the one from the channel.
@Repository
class TimeOutNames {
    private static final String CUSTOMER =
            """
            select coalesce(p.name, k.name) as name
              from customer k
              left join contact_link l on l.customer_id = k.id
              left join contact p on p.id = l.contact_id and p.kind = 'PERSON'
             where k.id = :customer
            """;

    private final JdbcClient jdbc;
    private final Users users;

    TimeOutNames(JdbcClient jdbc, Users users) {
        this.jdbc = jdbc;
        this.users = users;
    }

    SlugValues of(Active active) {
        return new SlugValues(
                customer(active.details().customer()),
                users.names(List.of(active.agent())).getOrDefault(active.agent(), ""),
                Long.toString(active.details().number()));
    }

    private @Nullable String customer(CustomerId id) {
        return jdbc.sql(CUSTOMER)
                .param("customer", id.value())
                .query((row, _) -> new Name(row.getString("name")))
                .single()
                .value;
    }

    private record Name(@Nullable String value) {}
}
