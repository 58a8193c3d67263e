package dev.parley.timeout;

import dev.parley.conversation.Conversation.Active;
import dev.parley.engagement.CustomerSlugs;
import dev.parley.engagement.SlugValues;
import dev.parley.identity.Users;
import dev.parley.platform.language.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.function.SingletonSupplier;

/// The names that a message of a rule can contain. Reads the tables of `customer` and `contact`
/// directly: as at the desk, the name on record goes before the one from the channel.
@Repository
class TimeOutNames {
    private static final String CUSTOMER =
            """
            select coalesce(p.name, k.name) as name
              from customer k
              left join conversation_contact own on own.conversation_id = :conversation
              left join contact_link l on l.customer_id = k.id
              left join contact p on p.id = coalesce(own.contact_id, l.contact_id)
                                 and p.kind = 'PERSON'
             where k.id = :customer
            """;

    private final JdbcClient jdbc;
    private final Users users;
    private final CustomerSlugs slugs;

    TimeOutNames(JdbcClient jdbc, Users users, CustomerSlugs slugs) {
        this.jdbc = jdbc;
        this.users = users;
        this.slugs = slugs;
    }

    /// @param language of the message
    SlugValues of(Active active, Language language) {
        return new SlugValues(
                customer(active),
                users.names(List.of(active.agent())).getOrDefault(active.agent(), ""),
                Long.toString(active.details().number()),
                SingletonSupplier.of(() -> slugs.valuesOf(active, language)));
    }

    private @Nullable String customer(Active active) {
        return jdbc.sql(CUSTOMER)
                .param("conversation", active.id().value())
                .param("customer", active.details().customer().value())
                .query((row, _) -> new Name(row.getString("name")))
                .single()
                .value;
    }

    private record Name(@Nullable String value) {}
}
