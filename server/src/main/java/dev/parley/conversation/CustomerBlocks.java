package dev.parley.conversation;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.customer.CustomerId;
import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which customers are blocked, and were, in PostgreSQL.
@Repository
class CustomerBlocks {
    /// Transactions that start conversations do not wait for each other.
    private static final String LOCK_SHARED =
            "select id from customer where id = any (:customers) order by id for key share";

    private static final String LOCK = "select id from customer where id = :customer for update";

    /// In the order in which received messages lock them.
    private static final String LOCK_CONVERSATIONS =
            """
            select id from conversation
             where customer_id = :customer and state <> 'CLOSED'
             order by channel, endpoint, person
               for update
            """;

    private static final String MARK =
            """
            update conversation set blocked = :blocked
             where customer_id = :customer and state <> 'CLOSED'
            """;

    private static final String ERASE_REASONS =
            """
            update customer_block set reason = ''
             where customer_id in (select customer_id from conversation
                                    where id = any (:conversations))
            """;

    private static final String ERASE_LINES =
            """
            update message set content = null
             where conversation_id = any (:conversations) and note = 'BLOCKED'
            """;

    private static final String AMONG =
            """
            select customer_id from customer_block
             where customer_id = any (:customers) and lifted_at is null
            """;

    private static final String CURRENT =
            """
            select id, customer_id, conversation_id, reason, blocked_at, blocked_by
              from customer_block
             where lifted_at is null and
            """;

    private static final String ADD =
            """
            insert into customer_block (id, customer_id, conversation_id, reason, blocked_at,
                                        blocked_by)
            values (:id, :customer, :conversation, :reason, :at, :by)
            on conflict (customer_id) where lifted_at is null do nothing
            """;

    private static final String LIFT =
            """
            update customer_block set lifted_at = :at, lifted_by = :by
             where id = :id and lifted_at is null
            """;

    private final JdbcClient jdbc;

    CustomerBlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return those of these customers who are blocked} That does not change until this
    /// transaction ends.
    Set<CustomerId> blockedAmong(Collection<CustomerId> customers) {
        var ids = customers.stream().map(CustomerId::value).toArray(UUID[]::new);
        jdbc.sql(LOCK_SHARED).param("customers", ids).query().listOfRows();
        return new HashSet<>(
                jdbc.sql(AMONG)
                        .param("customers", ids)
                        .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                        .list());
    }

    /// Keeps all other transactions from changing the running conversations of this customer, and
    /// from starting one, until this transaction ends.
    void lock(CustomerId customer) {
        jdbc.sql(LOCK_CONVERSATIONS).param("customer", customer.value()).query().listOfRows();
        jdbc.sql(LOCK).param("customer", customer.value()).query().listOfRows();
    }

    /// Records in the running conversations of this customer whether they are blocked.
    void mark(CustomerId customer, boolean blocked) {
        jdbc.sql(MARK).param("customer", customer.value()).param("blocked", blocked).update();
    }

    /// Erases why the customers of these conversations were blocked.
    void eraseReasons(Collection<ConversationId> conversations) {
        var ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        jdbc.sql(ERASE_REASONS).param("conversations", ids).update();
        jdbc.sql(ERASE_LINES).param("conversations", ids).update();
    }

    Optional<CustomerBlock> of(CustomerId customer) {
        return jdbc.sql(CURRENT + " customer_id = :customer")
                .param("customer", customer.value())
                .query((row, _) -> fromRow(row))
                .optional();
    }

    Optional<CustomerBlock> byId(UUID id) {
        return jdbc.sql(CURRENT + " id = :id")
                .param("id", id)
                .query((row, _) -> fromRow(row))
                .optional();
    }

    /// {@return whether the customer was not yet blocked}
    boolean add(CustomerBlock block) {
        return jdbc.sql(ADD)
                        .param("id", block.id())
                        .param("customer", block.customer().value())
                        .param("conversation", block.conversation().value())
                        .param("reason", block.reason())
                        .param("at", utc(block.at()))
                        .param("by", block.by().value())
                        .update()
                == 1;
    }

    /// {@return whether it was still in force}
    boolean lift(UUID id, UserId by, Instant at) {
        return jdbc.sql(LIFT).param("id", id).param("by", by.value()).param("at", utc(at)).update()
                == 1;
    }

    private static CustomerBlock fromRow(ResultSet row) throws SQLException {
        return new CustomerBlock(
                row.getObject("id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getString("reason"),
                instant(row, "blocked_at"),
                new UserId(row.getObject("blocked_by", UUID.class)));
    }
}
