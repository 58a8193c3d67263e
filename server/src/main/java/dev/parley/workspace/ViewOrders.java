package dev.parley.workspace;

import dev.parley.identity.UserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The order in which each user last sorted each view of the desk, in PostgreSQL.
@Repository
public class ViewOrders {
    private static final String STORE =
            """
            insert into view_order (user_id, view, sort)
            values (:user, :view, :sort)
            on conflict (user_id, view) do update set sort = excluded.sort
            """;

    private final JdbcClient jdbc;

    ViewOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the order that this user chose last; empty if they never chose one}
    ///
    /// @param view the name of one of the desk's own views, or the id of a saved one
    public Optional<String> of(UserId user, String view) {
        return jdbc.sql("select sort from view_order where user_id = :user and view = :view")
                .param("user", user.value())
                .param("view", view)
                .query(String.class)
                .optional();
    }

    /// Remembers it. The view exists: nothing else limits how many orders are stored.
    public void store(UserId user, String view, String sort) {
        jdbc.sql(STORE)
                .param("user", user.value())
                .param("view", view)
                .param("sort", sort)
                .update();
    }
}
