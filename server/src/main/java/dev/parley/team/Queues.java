package dev.parley.team;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import dev.parley.team.QueueChange.Conflict;
import dev.parley.team.QueueChange.Done;
import dev.parley.team.QueueChange.Gone;
import dev.parley.team.QueueChange.NameTaken;
import dev.parley.team.QueueDeletion.Deleted;
import dev.parley.team.QueueDeletion.InUse;
import dev.parley.team.QueueDeletion.IsDefault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// All queues and their members, in PostgreSQL.
@Repository
public class Queues {
    private static final String SELECT =
            """
            select q.*, (select count(*) from queue_member m where m.queue_id = q.id) as members
              from queue q
            """;

    private static final PagedList LISTED =
            new PagedList(
                    SELECT + " where strpos(lower(q.name), lower(:search)) > 0",
                    Map.of(
                            "name", "lower(name)",
                            "priority", "priority",
                            "method", "method",
                            "members", "members",
                            "created", "created_at",
                            "changed", "changed_at"),
                    "priority");

    /// Blocks new uses of the queue while its existing uses are checked.
    private static final String HOLD_TO_DELETE = SELECT + " where q.id = :id for update of q";

    private static final String HOLD = SELECT + " where q.id = :id for no key update of q";

    private static final String MEMBERS =
            """
            select queue_id, user_id, added_at from queue_member where queue_id = any (:queues)
            """;

    private static final String INSERT =
            """
            insert into queue (id, name, priority, method, created_at, created_by, changed_at,
                               changed_by)
            values (:id, :name, :priority, :method, :now, :by, :now, :by)
            on conflict do nothing
            """;

    private static final String UPDATE =
            """
            update queue
               set name = case when is_default then name else :name end, priority = :priority,
                   method = :method, changed_at = :now, changed_by = :by, revision = revision + 1
             where id = :id
            """;

    private static final String NAME_IS_TAKEN =
            """
            select exists (select 1 from queue
                            where lower(name) = lower(:name)
                              and id is distinct from :except::uuid)
            """;

    private static final String REMOVE_OTHERS =
            "delete from queue_member where queue_id = :queue and user_id <> all (:members)";

    private static final String ADD_MEMBERS =
            """
            insert into queue_member (queue_id, user_id, added_at)
            select :queue, id, :now from unnest(:members) as id
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final Users users;
    private final List<QueueUse> uses;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Queues(
            JdbcClient jdbc,
            Users users,
            List<QueueUse> uses,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.uses = uses;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// {@return all queues, in the order in which they are served}
    public List<Queue> all() {
        return jdbc.sql(SELECT + " order by q.priority, lower(q.name), q.id")
                .query((row, _) -> fromRow(row))
                .list();
    }

    /// {@return this page of the queues}
    public PagedRows<Queue> list(PageRequest wanted) {
        return LISTED.part(jdbc, wanted, (row, _) -> fromRow(row));
    }

    public Optional<Queue> byId(QueueId id) {
        return jdbc.sql(SELECT + " where q.id = :id")
                .param("id", id.value())
                .query((row, _) -> fromRow(row))
                .optional();
    }

    /// {@return the queue that all agents serve}
    public Queue defaultQueue() {
        return jdbc.sql(SELECT + " where q.is_default").query((row, _) -> fromRow(row)).single();
    }

    /// Prevents this queue from being deleted until the transaction ends; {@return whether it
    /// exists}
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(QueueId id) {
        return jdbc.sql("select 1 from queue where id = :id for key share")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// {@return the users who were added to this queue}
    public Set<UserId> membersOf(QueueId queue) {
        return members(List.of(queue)).getOrDefault(queue, Map.of()).keySet();
    }

    /// {@return these queues with their members; no entry for a queue that was deleted}
    public Map<QueueId, ServedQueue> served(Collection<QueueId> queues) {
        var members = members(queues);
        return jdbc
                .sql(
                        "select id, name, priority, method, is_default from queue where id = any (:ids)")
                .param("ids", ids(queues))
                .query((row, _) -> served(row, members))
                .list()
                .stream()
                .collect(toMap(ServedQueue::id, queue -> queue));
    }

    @Transactional
    public QueueChange create(QueueDraft draft, UserId by) {
        lockNames();
        var id = new QueueId(Ids.next());
        if (at(INSERT, id, draft, by).update() == 0) {
            return new NameTaken();
        }
        settle(id, draft.members());
        audit.record(by, "queue.created", "queue/" + id, Map.of(), auditFields(id));
        events.publishEvent(new QueuesChanged());
        return new Done(id);
    }

    /// Changes a queue, if it still has this revision.
    @Transactional
    public QueueChange change(QueueId id, int revision, QueueDraft draft, UserId by) {
        lockNames();
        var held = hold(HOLD, id);
        if (held.isEmpty()) {
            return new Gone();
        }
        var queue = held.get();
        if (queue.revision() != revision) {
            return new Conflict(queue);
        }
        if (!queue.isDefault() && nameIsTaken(draft.name(), id)) {
            return new NameTaken();
        }
        var before = auditFields(id);
        at(UPDATE, id, draft, by).update();
        if (!queue.isDefault()) {
            settle(id, draft.members());
        }
        audit.record(by, "queue.changed", "queue/" + id, before, auditFields(id));
        events.publishEvent(new QueuesChanged());
        return new Done(id);
    }

    /// Deletes a queue that is no longer in use.
    @Transactional
    public QueueDeletion delete(QueueId id, UserId by) {
        var held = hold(HOLD_TO_DELETE, id);
        if (held.isEmpty()) {
            return new Deleted();
        }
        if (held.get().isDefault()) {
            return new IsDefault();
        }
        var uses = usesOf(id);
        if (!uses.isEmpty()) {
            return new InUse(uses);
        }
        var before = auditFields(id);
        jdbc.sql("delete from queue where id = :id").param("id", id.value()).update();
        audit.record(by, "queue.deleted", "queue/" + id, before, Map.of());
        events.publishEvent(new QueuesChanged());
        return new Deleted();
    }

    /// {@return the uses that currently prevent this queue from being deleted}
    public List<QueueUse.Use> usesOf(QueueId id) {
        return uses.stream().flatMap(one -> one.of(id).stream()).toList();
    }

    private Optional<Queue> hold(String sql, QueueId id) {
        return jdbc.sql(sql).param("id", id.value()).query((row, _) -> fromRow(row)).optional();
    }

    /// Locks the naming of queues, or two administrators could use the same name concurrently.
    private void lockNames() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.queue'))")
                .query((_, _) -> 1)
                .single();
    }

    private boolean nameIsTaken(String name, QueueId except) {
        return jdbc.sql(NAME_IS_TAKEN)
                .param("name", name)
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    private void settle(QueueId queue, Set<UserId> members) {
        var ids = members.stream().map(UserId::value).toArray(UUID[]::new);
        jdbc.sql(REMOVE_OTHERS).param("queue", queue.value()).param("members", ids).update();
        jdbc.sql(ADD_MEMBERS)
                .param("queue", queue.value())
                .param("members", ids)
                .param("now", utc(clock.instant()))
                .update();
    }

    private Map<QueueId, Map<UserId, Instant>> members(Collection<QueueId> queues) {
        return jdbc
                .sql(MEMBERS)
                .param("queues", ids(queues))
                .query((row, _) ->
                        new Member(
                                new QueueId(row.getObject("queue_id", UUID.class)),
                                new UserId(row.getObject("user_id", UUID.class)),
                                instant(row, "added_at")))
                .list()
                .stream()
                .collect(groupingBy(Member::queue, toMap(Member::user, Member::addedAt)));
    }

    /// The fields of a queue in the audit log.
    private Map<String, Object> auditFields(QueueId id) {
        var queue = byId(id).orElseThrow();
        var names = users.names(membersOf(id)).values().stream().sorted().toList();
        return Map.of(
                "name", queue.name(),
                "priority", queue.priority(),
                "method", queue.method().name(),
                "members", names);
    }

    private JdbcClient.StatementSpec at(String sql, QueueId id, QueueDraft draft, UserId by) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("name", draft.name())
                .param("priority", draft.priority())
                .param("method", draft.method().name())
                .param("by", by.value())
                .param("now", utc(clock.instant()));
    }

    private static UUID[] ids(Collection<QueueId> queues) {
        return queues.stream().map(QueueId::value).toArray(UUID[]::new);
    }

    private static ServedQueue served(ResultSet row, Map<QueueId, Map<UserId, Instant>> members)
            throws SQLException {
        var id = new QueueId(row.getObject("id", UUID.class));
        return new ServedQueue(
                id,
                row.getString("name"),
                row.getInt("priority"),
                AssignmentMethod.valueOf(row.getString("method")),
                row.getBoolean("is_default"),
                members.getOrDefault(id, Map.of()));
    }

    private static Queue fromRow(ResultSet row) throws SQLException {
        return new Queue(
                new QueueId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getInt("priority"),
                AssignmentMethod.valueOf(row.getString("method")),
                row.getBoolean("is_default"),
                row.getInt("members"),
                instant(row, "created_at"),
                user(row, "created_by"),
                instant(row, "changed_at"),
                user(row, "changed_by"),
                row.getInt("revision"));
    }

    private static @Nullable UserId user(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UserId(id);
    }

    private record Member(QueueId queue, UserId user, Instant addedAt) {}
}
