package dev.parley.privacy.web;

import static dev.parley.platform.Columns.instant;

import dev.parley.conversation.Access;
import dev.parley.identity.SignedIn;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;

/// The read model of blocked customers: it reads the tables of `conversation`, `customer`,
/// `contact` and `identity` directly, so that a list needs only one statement.
@Repository
class BlockedRows {
    private static final PagedList LISTED =
            new PagedList(
                    """
                    select b.id, b.conversation_id, b.reason, b.blocked_at,
                           coalesce(p.name, c.name) as name, c.visitor, u.display_name,
                           coalesce(lower(coalesce(p.name, c.name)), '') as name_key
                      from customer_block b
                      join customer c on c.id = b.customer_id
                      left join contact_link l on l.customer_id = c.id
                      left join contact p on p.id = l.contact_id and p.kind = 'PERSON'
                      join user_account u on u.id = b.blocked_by
                     where b.lifted_at is null
                       and strpos(lower(coalesce(p.name, c.name, '') || ' ' || b.reason),
                                  lower(:search)) > 0
                    """,
                    Map.of("at", "blocked_at", "customer", "name_key"),
                    "at");

    private final JdbcClient jdbc;

    BlockedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PagedRows<BlockedRow> list(SignedIn me, PageRequest wanted) {
        if (!Access.mayReadAll(me)) {
            throw new AccessDeniedException(
                    "User " + me.userId() + " may not list blocked customers");
        }
        return LISTED.part(jdbc, wanted, (row, _) -> fromRow(row));
    }

    private static BlockedRow fromRow(ResultSet row) throws SQLException {
        return new BlockedRow(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getString("name"),
                row.getLong("visitor"),
                row.getString("reason"),
                row.getString("display_name"),
                instant(row, "blocked_at"));
    }

    /// A blocked customer.
    ///
    /// @param name null if the channel gave none
    record BlockedRow(
            UUID id,
            UUID conversation,
            @Nullable String name,
            long visitor,
            String reason,
            String by,
            Instant at) {}
}
