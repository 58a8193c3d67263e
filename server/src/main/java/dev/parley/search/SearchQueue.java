package dev.parley.search;

import dev.parley.attachment.FileStored;
import dev.parley.conversation.MessageErased;
import dev.parley.conversation.MessageTextChanged;
import dev.parley.customer.CustomerChanged;
import dev.parley.platform.Ids;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has changed after it was indexed: noted in the transaction that changes it, which also
/// deletes the entry of what is erased. New messages are found without it, so that storing one
/// costs nothing more.
@Component
class SearchQueue {
    private static final String ADD =
            """
            insert into search_pending (id, message_id, customer_id)
            values (:id, :message, :customer)
            """;

    private static final String ADD_MESSAGE_OF =
            """
            insert into search_pending (id, message_id)
            select :id, message_id from attachment
             where attachment.id = :file and message_id is not null
            """;

    private static final String TAKE =
            """
            delete from search_pending
             where id in (select id from search_pending order by id limit :limit)
            returning message_id, customer_id
            """;

    private final JdbcClient jdbc;
    private final SearchEntries entries;

    SearchQueue(JdbcClient jdbc, SearchEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /// A round of the pump that read the message before may add its entry once more: that is why
    /// the message is also queued.
    @EventListener
    void erase(MessageErased erased) {
        entries.delete(erased.id().value());
        add(erased.id().value(), null);
    }

    @EventListener
    void add(MessageTextChanged changed) {
        add(changed.id().value(), null);
    }

    @EventListener
    void add(FileStored stored) {
        jdbc.sql(ADD_MESSAGE_OF)
                .param("id", Ids.next())
                .param("file", stored.id().value())
                .update();
    }

    /// The name may have been erased.
    @EventListener
    void add(CustomerChanged changed) {
        entries.deleteCustomer(changed.id().value());
        add(null, changed.id().value());
    }

    /// Takes some out of the queue, until the transaction is rolled back.
    Pending take(int limit) {
        var all =
                jdbc.sql(TAKE)
                        .param("limit", limit)
                        .query((row, _) ->
                                new Row(
                                        row.getObject("message_id", UUID.class),
                                        row.getObject("customer_id", UUID.class)))
                        .list();
        return new Pending(those(all, Row::message), those(all, Row::customer));
    }

    private void add(@Nullable UUID message, @Nullable UUID customer) {
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("message", message)
                .param("customer", customer)
                .update();
    }

    private static List<UUID> those(List<Row> all, Function<Row, @Nullable UUID> id) {
        return all.stream()
                .map(id)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    private record Row(@Nullable UUID message, @Nullable UUID customer) {}

    record Pending(List<UUID> messages, List<UUID> customers) {
        int size() {
            return messages.size() + customers.size();
        }
    }
}
