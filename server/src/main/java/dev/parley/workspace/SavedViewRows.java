package dev.parley.workspace;

import static dev.parley.platform.Columns.utc;

import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The saved views, in PostgreSQL.
@Repository
class SavedViewRows {
    private static final String SELECT =
            "select id, owner_id, name, query, revision from saved_view";

    private static final String OF_USER =
            SELECT
                    + """
                     where owner_id is null or owner_id = :user
                     order by owner_id is not null, lower(name), id
                    """;

    /// Two that are saved at the same time are counted one after the other.
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('saved_view ' || :owner, 0))";

    private static final String COUNT =
            "select count(*) from saved_view where owner_id is not distinct from :owner::uuid";

    private static final String ADD =
            """
            insert into saved_view (id, owner_id, name, query, created_at, created_by, changed_at,
                                    changed_by)
            values (:id, :owner, :name, :query, :now, :by, :now, :by)
            on conflict do nothing
            """;

    private static final String IS_TAKEN =
            """
            select exists (select 1 from saved_view
                            where owner_id is not distinct from :owner::uuid
                              and lower(name) = lower(:name) and id <> :id)
            """;

    private static final String UPDATE =
            """
            update saved_view
               set name = :name, query = :query, changed_at = :now, changed_by = :by,
                   revision = :revision
             where id = :id
            """;

    private final JdbcClient jdbc;

    SavedViewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedView> of(UserId user) {
        return jdbc.sql(OF_USER).param("user", user.value()).query(SavedViewRows::fromRow).list();
    }

    Optional<SavedView> byId(UUID id) {
        return one(SELECT + " where id = :id", id);
    }

    /// {@return it, locked until this transaction ends}
    Optional<SavedView> hold(UUID id) {
        return one(SELECT + " where id = :id for update", id);
    }

    /// @param owner null for the shared ones
    void lock(@Nullable UserId owner) {
        jdbc.sql(LOCK)
                .param("owner", owner == null ? "" : owner.value().toString())
                .query((_, _) -> true)
                .list();
    }

    int count(@Nullable UserId owner) {
        return jdbc.sql(COUNT).param("owner", value(owner)).query(Integer.class).single();
    }

    /// {@return false if its name is taken}
    boolean add(SavedView view, UserId by, Instant now) {
        return jdbc.sql(ADD)
                        .param("id", view.id())
                        .param("owner", value(view.owner()))
                        .param("name", view.name())
                        .param("query", view.query())
                        .param("now", utc(now))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /// {@return whether another one with the same owner has its name}
    boolean isTaken(SavedView view) {
        return jdbc.sql(IS_TAKEN)
                .param("owner", value(view.owner()))
                .param("name", view.name())
                .param("id", view.id())
                .query(Boolean.class)
                .single();
    }

    void update(SavedView view, UserId by, Instant now) {
        jdbc.sql(UPDATE)
                .param("id", view.id())
                .param("name", view.name())
                .param("query", view.query())
                .param("revision", view.revision())
                .param("now", utc(now))
                .param("by", by.value())
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from view_order where view = :view").param("view", id.toString()).update();
        jdbc.sql("delete from saved_view where id = :id").param("id", id).update();
    }

    private Optional<SavedView> one(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(SavedViewRows::fromRow).optional();
    }

    private static @Nullable UUID value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }

    private static SavedView fromRow(ResultSet row, int index) throws SQLException {
        var owner = row.getObject("owner_id", UUID.class);
        return new SavedView(
                row.getObject("id", UUID.class),
                owner == null ? null : new UserId(owner),
                row.getString("name"),
                row.getString("query"),
                row.getInt("revision"));
    }
}
