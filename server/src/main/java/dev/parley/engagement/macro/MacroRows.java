package dev.parley.engagement.macro;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.engagement.Library;
import dev.parley.identity.UserId;
import dev.parley.platform.FoldedText;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import dev.parley.workstream.WorkstreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// The macros, in PostgreSQL.
@Repository
class MacroRows {
    private static final PagedList LISTED =
            new PagedList(
                    """
                    select * from macro
                     where owner_id is not distinct from :owner
                       and strpos(folded_title, :search) > 0
                    """,
                    Map.of(
                            "title", "folded_title",
                            "created", "created_at",
                            "changed", "changed_at"),
                    "title");

    private static final String OF_AGENT =
            """
            select * from macro
             where (owner_id = :me or owner_id is null)
               and (not restricted or :workstream = any (workstreams))
             order by owner_id is null, folded_title, id
            """;

    private static final String BY_ID =
            "select * from macro where id = :id and owner_id is not distinct from :owner";

    private static final String INSERT =
            """
            insert into macro (id, owner_id, title, steps, restricted, workstreams, folded_title,
                               created_at, created_by, changed_at, changed_by)
            values (:id, :owner, :title, :steps::jsonb, :restricted, :workstreams, :folded,
                    :now, :by, :now, :by)
            """;

    private static final String UPDATE =
            """
            update macro
               set title = :title, steps = :steps::jsonb, restricted = :restricted,
                   workstreams = :workstreams, folded_title = :folded, changed_at = :now,
                   changed_by = :by, revision = revision + 1
             where id = :id
            """;

    private static final String TITLE_IS_TAKEN =
            """
            select exists (select 1 from macro
                            where owner_id is not distinct from :owner and id <> :except
                              and folded_title = :folded)
            """;

    private final JdbcClient jdbc;

    MacroRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PagedRows<Macro> list(@Nullable UUID owner, PageRequest wanted) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("owner", owner);
        return LISTED.part(jdbc, wanted.folded(), parameters, (row, _) -> macro(row));
    }

    /// {@return the shared ones of this workstream, and the agent's own, which come first}
    List<Macro> of(UserId agent, WorkstreamId workstream) {
        return jdbc.sql(OF_AGENT)
                .param("me", agent.value())
                .param("workstream", workstream.value())
                .query((row, _) -> macro(row))
                .list();
    }

    Optional<Macro> byId(@Nullable UUID owner, MacroId id) {
        return one(BY_ID, owner, id);
    }

    /// {@return it, locked until this transaction ends}
    Optional<Macro> hold(@Nullable UUID owner, MacroId id) {
        return one(BY_ID + " for update", owner, id);
    }

    /// Locks titles and numbers, or two users could save the same title concurrently.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.macro'))")
                .query((_, _) -> 1)
                .single();
    }

    int count(@Nullable UUID owner) {
        return jdbc.sql("select count(*) from macro where owner_id is not distinct from :owner")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    boolean titleIsTaken(@Nullable UUID owner, MacroId except, String title) {
        return jdbc.sql(TITLE_IS_TAKEN)
                .param("owner", owner)
                .param("except", except.value())
                .param("folded", FoldedText.of(title))
                .query(Boolean.class)
                .single();
    }

    void add(@Nullable UUID owner, MacroId id, MacroDraft content, UserId by, Instant now) {
        save(INSERT, id, content, by, now).param("owner", owner).update();
    }

    void update(MacroId id, MacroDraft content, UserId by, Instant now) {
        save(UPDATE, id, content, by, now).update();
    }

    void delete(MacroId id) {
        jdbc.sql("delete from macro where id = :id").param("id", id.value()).update();
    }

    private Optional<Macro> one(String sql, @Nullable UUID owner, MacroId id) {
        return jdbc.sql(sql)
                .param("owner", owner)
                .param("id", id.value())
                .query((row, _) -> macro(row))
                .optional();
    }

    private StatementSpec save(String sql, MacroId id, MacroDraft content, UserId by, Instant now) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("title", content.title())
                .param("steps", MacroJson.toJson(content.steps()))
                .param("restricted", content.restricted())
                .param(
                        "workstreams",
                        content.workstreams().stream()
                                .map(WorkstreamId::value)
                                .toArray(UUID[]::new))
                .param("folded", FoldedText.of(content.title()))
                .param("now", utc(now))
                .param("by", by.value());
    }

    private static Macro macro(ResultSet row) throws SQLException {
        var content =
                new MacroDraft(
                        row.getString("title"),
                        MacroJson.fromJson(row.getString("steps")),
                        row.getBoolean("restricted"),
                        workstreams((UUID[]) row.getArray("workstreams").getArray()));
        return new Macro(
                new MacroId(row.getObject("id", UUID.class)),
                row.getObject("owner_id") == null ? Library.SHARED : Library.PERSONAL,
                content,
                instant(row, "created_at"),
                new UserId(row.getObject("created_by", UUID.class)),
                instant(row, "changed_at"),
                new UserId(row.getObject("changed_by", UUID.class)),
                row.getInt("revision"));
    }

    private static Set<WorkstreamId> workstreams(UUID[] ids) {
        return Arrays.stream(ids).map(WorkstreamId::new).collect(Collectors.toSet());
    }
}
