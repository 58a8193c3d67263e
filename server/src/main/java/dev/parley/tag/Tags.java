package dev.parley.tag;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The tags of the installation, in PostgreSQL.
@Repository
public class Tags {
    /// The maximum number of tags.
    public static final int MOST = 500;

    private static final String SELECT =
            """
            select id, name, name_key, created_at, created_by, changed_at, changed_by, revision
              from tag
            """;

    /// A tag that was merged into another is found as that one.
    private static final String BY_IDS =
            """
            select asked.id as asked_id, t.*
              from unnest(:ids::uuid[]) as asked (id)
              left join merged_tag m on m.id = asked.id
              join tag t on t.id = coalesce(m.tag_id, asked.id)
             order by t.name_key
            """;

    private static final String BY_ANY_ID =
            """
            select id as asked_id, t.* from tag t
             union all
            select m.id, t.* from merged_tag m join tag t on t.id = m.tag_id
            """;

    private static final String INSERT =
            """
            insert into tag (id, name, name_key, created_at, created_by, changed_at, changed_by)
            values (:id, :name, :key, :now, :by, :now, :by)
            """;

    private static final PagedList LIST =
            new PagedList(
                    SELECT + " where position(:search in name_key) > 0",
                    Map.of("name", "name_key", "created", "created_at"),
                    "name");

    private final JdbcClient jdbc;
    private final Clock clock;

    Tags(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// {@return all tags by name, at most [#MOST]}
    public List<Tag> all() {
        return jdbc.sql(SELECT + " order by name_key").query((row, _) -> fromRow(row)).list();
    }

    /// {@return all tags, also by the ids of those that were merged into them}
    public Map<TagId, Tag> allByAnyId() {
        var found = new HashMap<TagId, Tag>();
        jdbc.sql(BY_ANY_ID)
                .query(row -> {
                    found.put(new TagId(row.getObject("asked_id", UUID.class)), fromRow(row));
                });
        return found;
    }

    /// {@return the requested part of the list}
    public PagedRows<Tag> list(PageRequest request) {
        return LIST.part(jdbc, request.folded(), (row, _) -> fromRow(row));
    }

    public Optional<Tag> byId(TagId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /// {@return those of these tags that exist, by the id that was asked for, in the order of their
    /// names} For one that was merged, it is the other one.
    public Map<TagId, Tag> byIds(Collection<TagId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = new LinkedHashMap<TagId, Tag>();
        jdbc.sql(BY_IDS)
                .param("ids", ids.stream().map(TagId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(new TagId(row.getObject("asked_id", UUID.class)), fromRow(row));
                });
        return found;
    }

    /// {@return the tag with this name}
    public Optional<Tag> byName(TagName name) {
        return jdbc.sql(SELECT + " where name_key = :key")
                .param("key", name.key())
                .query((row, _) -> fromRow(row))
                .optional();
    }

    /// {@return the tag, which exists until this transaction ends}
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Tag> keep(TagId id) {
        return jdbc.sql(SELECT + " where id = :id for key share")
                .param("id", id.value())
                .query((row, _) -> fromRow(row))
                .optional();
    }

    /// {@return whether this user may create tags}
    public boolean mayCreate(SignedIn me) {
        return me.is(Role.SUPERVISOR)
                || me.is(Role.ADMINISTRATOR)
                || jdbc.sql("select agents_create from tag_setting").query(Boolean.class).single();
    }

    /// Creates a tag.
    @Transactional
    public TagChange create(TagName name, UserId by) {
        lockNames();
        var other = byName(name);
        if (other.isPresent()) {
            return new TagChange.NameTaken(other.get());
        }
        if (jdbc.sql("select count(*) from tag").query(Integer.class).single() >= MOST) {
            return new TagChange.TooMany();
        }
        var now = clock.instant();
        var id = new TagId(Ids.next());
        jdbc.sql(INSERT)
                .param("id", id.value())
                .param("name", name.text())
                .param("key", name.key())
                .param("now", utc(now))
                .param("by", by.value())
                .update();
        return new TagChange.Done(new Tag(id, name.text(), now, by, now, by, 1));
    }

    /// Locks names and their number, or two users could give the same name at the same time.
    void lockNames() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.tag'))")
                .query((_, _) -> 1)
                .single();
    }

    static Tag fromRow(ResultSet row) throws SQLException {
        return new Tag(
                new TagId(row.getObject("id", UUID.class)),
                row.getString("name"),
                instant(row, "created_at"),
                new UserId(row.getObject("created_by", UUID.class)),
                instant(row, "changed_at"),
                new UserId(row.getObject("changed_by", UUID.class)),
                row.getInt("revision"));
    }
}
