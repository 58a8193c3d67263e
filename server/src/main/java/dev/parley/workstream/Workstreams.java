package dev.parley.workstream;

import static dev.parley.platform.Columns.utc;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import dev.parley.platform.language.Language;
import dev.parley.team.Queue;
import dev.parley.team.QueueChange;
import dev.parley.team.QueueDraft;
import dev.parley.team.Queues;
import dev.parley.workstream.WorkstreamChange.Conflict;
import dev.parley.workstream.WorkstreamChange.Done;
import dev.parley.workstream.WorkstreamChange.Gone;
import dev.parley.workstream.WorkstreamChange.NameTaken;
import dev.parley.workstream.WorkstreamChange.QueueGone;
import dev.parley.workstream.WorkstreamChange.QueueNameTaken;
import dev.parley.workstream.WorkstreamDeletion.Deleted;
import dev.parley.workstream.WorkstreamDeletion.EndpointsRemain;
import dev.parley.workstream.WorkstreamDeletion.IsDefault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All workstreams, in PostgreSQL, and how they handle endpoints. An endpoint that is not set up is
/// handled by the default workstream, with the defaults of an instance, so that no message is lost.
@Repository
public class Workstreams {
    /// The requested endpoints, each with its instance, if it has one, and its workstream.
    private static final String HANDLING_OF_ALL =
            """
            select p.channel as endpoint_channel, p.endpoint, w.*, i.language,
                   refusal.files_refused_enabled, refusal.files_refused_text,
                   coalesce(i.extended_window, false) as extended_window,
                   coalesce(i.customer_files, false) as customer_files,
                   coalesce(i.agent_files, false) as agent_files
              from unnest(:channels, :endpoints) as p (channel, endpoint)
              left join channel_instance i on i.channel = p.channel and i.endpoint = p.endpoint
              join workstream w
                on case when i.endpoint is null then w.is_default else w.id = i.workstream_id end
            """
                    + AutomatedMessages.FILES_REFUSED_OF.formatted(
                            "i.channel", "i.endpoint", "i.language");

    /// With arrays, whose length matters, PostgreSQL plans each execution anew.
    private static final String HANDLING_OF_ONE =
            HANDLING_OF_ALL.replace(
                    "unnest(:channels, :endpoints)", "(values (:channel::text, :endpoint::text))");

    private static final String WORKSTREAM_OF =
            """
            select w.*
              from channel_instance i
              join workstream w on w.id = i.workstream_id
             where i.channel = :channel and i.endpoint = :endpoint
            """;

    private static final String BY_ID = "select * from workstream where id = :id";

    private static final PagedList LISTED =
            new PagedList(
                    """
                    select w.*, q.name as queue,
                           (select count(*) from channel_instance i
                             where i.workstream_id = w.id) as endpoints
                      from workstream w
                      join queue q on q.id = w.fallback_queue_id
                     where strpos(lower(w.name), lower(:search)) > 0
                    """,
                    Map.of(
                            "name", "lower(name)",
                            "mode", "mode",
                            "queue", "lower(queue)",
                            "endpoints", "endpoints",
                            "created", "created_at",
                            "changed", "changed_at"),
                    "name");

    private static final String INSERT =
            """
            insert into workstream (id, name, channel, mode, fallback_queue_id, capacity,
                                    close_waiting_after_seconds, wrap_up_block, wrap_up_minutes,
                                    presences, keep_same_agent, disposition, created_at, created_by,
                                    changed_at, changed_by)
            values (:id, :name, :channel, :mode, :fallbackQueue, :capacity,
                    :closeWaitingAfter, :wrapUpBlock, :wrapUpMinutes,
                    :presences, :keepSameAgent, :disposition, :now, :by, :now, :by)
            """;

    private static final String UPDATE =
            """
            update workstream
               set name = :name, fallback_queue_id = :fallbackQueue, capacity = :capacity,
                   close_waiting_after_seconds = :closeWaitingAfter,
                   wrap_up_block = :wrapUpBlock, wrap_up_minutes = :wrapUpMinutes,
                   presences = :presences, keep_same_agent = :keepSameAgent,
                   disposition = :disposition,
                   changed_at = :now, changed_by = :by, revision = revision + 1
             where id = :id
            """;

    private static final String NAME_IS_TAKEN =
            """
            select exists (select 1 from workstream
                            where lower(name) = lower(:name) and id <> :except)
            """;

    private final JdbcClient jdbc;
    private final Queues queues;
    private final ChannelInstances instances;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Workstreams(
            JdbcClient jdbc,
            Queues queues,
            ChannelInstances instances,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.queues = queues;
        this.instances = instances;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// {@return how the conversations of this endpoint are currently handled}
    public EndpointHandling handlingOf(Endpoint endpoint) {
        return jdbc.sql(HANDLING_OF_ONE)
                .param("channel", endpoint.channel().name())
                .param("endpoint", endpoint.id())
                .query((row, _) -> handlingFromRow(row))
                .single();
    }

    /// {@return how the conversations of these endpoints are currently handled, with one query}
    public Map<Endpoint, EndpointHandling> handlingOf(Collection<Endpoint> endpoints) {
        return jdbc
                .sql(HANDLING_OF_ALL)
                .param(
                        "channels",
                        endpoints.stream().map(one -> one.channel().name()).toArray(String[]::new))
                .param("endpoints", endpoints.stream().map(Endpoint::id).toArray(String[]::new))
                .query((row, _) ->
                        Map.entry(
                                new Endpoint(
                                        new ChannelKind(row.getString("endpoint_channel")),
                                        row.getString("endpoint")),
                                handlingFromRow(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static EndpointHandling handlingFromRow(ResultSet row) throws SQLException {
        return new EndpointHandling(WorkstreamRows.settings(row), WorkstreamRows.workstream(row));
    }

    /// {@return the workstream in which this endpoint is set up; empty for an endpoint that is not}
    public Optional<Workstream> workstreamOf(ChannelKind channel, String endpoint) {
        return jdbc.sql(WORKSTREAM_OF)
                .param("channel", channel.name())
                .param("endpoint", endpoint)
                .query((row, _) -> WorkstreamRows.workstream(row))
                .optional();
    }

    /// {@return all workstreams by name}
    public List<Workstream> all() {
        return jdbc.sql("select * from workstream order by lower(name), id")
                .query((row, _) -> WorkstreamRows.workstream(row))
                .list();
    }

    /// {@return this page of the workstreams}
    public PagedRows<Workstream> list(PageRequest wanted) {
        return LISTED.part(jdbc, wanted, (row, _) -> WorkstreamRows.workstream(row));
    }

    public Optional<Workstream> byId(WorkstreamId id) {
        return jdbc.sql(BY_ID)
                .param("id", id.value())
                .query((row, _) -> WorkstreamRows.workstream(row))
                .optional();
    }

    /// {@return the workstream that handles endpoints that are not set up}
    public Workstream defaultWorkstream() {
        return jdbc.sql("select * from workstream where is_default")
                .query((row, _) -> WorkstreamRows.workstream(row))
                .single();
    }

    @Transactional
    public WorkstreamChange create(WorkstreamDraft draft, UserId by) {
        instances.lock();
        var id = new WorkstreamId(Ids.next());
        var problem = problem(id, draft);
        return problem.orElseGet(() -> add(id, draft, by));
    }

    /// Creates a workstream and its fallback queue, or neither.
    ///
    /// @param draft whose own fallback queue is ignored
    @Transactional
    public WorkstreamChange createWithQueue(WorkstreamDraft draft, QueueDraft queue, UserId by) {
        instances.lock();
        var id = new WorkstreamId(Ids.next());
        if (nameIsTaken(draft.name(), id)) {
            return new NameTaken();
        }
        return queues.create(queue, by) instanceof QueueChange.Done(var made)
                ? add(id, draft.withFallbackQueue(made), by)
                : new QueueNameTaken();
    }

    private WorkstreamChange add(WorkstreamId id, WorkstreamDraft draft, UserId by) {
        save(INSERT, id, draft, by)
                .param("channel", draft.channel().name())
                .param("mode", draft.mode().name())
                .update();
        audit.record(by, "workstream.created", "workstream/" + id, Map.of(), auditFields(id));
        return new Done(id);
    }

    /// Changes a workstream, if it still has this revision. Its channel and mode are not changed.
    @Transactional
    public WorkstreamChange change(
            WorkstreamId id, int revision, WorkstreamDraft draft, UserId by) {
        instances.lock();
        var held = hold(id);
        if (held.isEmpty()) {
            return new Gone();
        }
        var workstream = held.get();
        if (workstream.revision() != revision) {
            return new Conflict(workstream);
        }
        var problem = problem(id, draft);
        if (problem.isPresent()) {
            return problem.get();
        }
        var before = auditFields(id);
        save(UPDATE, id, draft, by).update();
        audit.record(by, "workstream.changed", "workstream/" + id, before, auditFields(id));
        if (!draft.fallbackQueue().equals(workstream.fallbackQueue())) {
            events.publishEvent(new HandlingChanged.OfWorkstream(id));
        }
        return new Done(id);
    }

    /// Deletes a workstream in which no endpoint is set up. Conversations depend on their endpoint,
    /// so none depends on the workstream then.
    @Transactional
    public WorkstreamDeletion delete(WorkstreamId id, UserId by) {
        instances.lock();
        var held = hold(id);
        if (held.isEmpty()) {
            return new Deleted();
        }
        if (held.get().isDefault()) {
            return new IsDefault();
        }
        var remaining = instances.in(id);
        if (!remaining.isEmpty()) {
            return new EndpointsRemain(remaining);
        }
        var before = auditFields(id);
        events.publishEvent(new HandlingChanged.OfWorkstream(id));
        jdbc.sql("delete from workstream where id = :id").param("id", id.value()).update();
        audit.record(by, "workstream.deleted", "workstream/" + id, before, Map.of());
        return new Deleted();
    }

    /// Makes this workstream handle the endpoints that are not set up; {@return whether it still
    /// exists}
    @Transactional
    public boolean makeDefault(WorkstreamId id, UserId by) {
        instances.lock();
        var held = hold(id);
        if (held.isEmpty() || held.get().isDefault()) {
            return held.isPresent();
        }
        var before = defaultWorkstream();
        jdbc.sql("update workstream set is_default = false where is_default").update();
        jdbc.sql("update workstream set is_default = true where id = :id")
                .param("id", id.value())
                .update();
        audit.record(
                by,
                "workstream.madeDefault",
                "workstream/" + id,
                Map.of("default", before.name()),
                Map.of("default", held.get().name()));
        events.publishEvent(new HandlingChanged.OfWorkstream(before.id()));
        return true;
    }

    /// Sets up this endpoint in the default workstream, or changes its features if it is already
    /// set up. For programs that need no more control.
    @Transactional
    public void setUp(ChannelKind channel, String endpoint, InstanceFeatures features, UserId by) {
        var known = instances.of(channel, endpoint);
        if (known.isPresent()) {
            var instance = known.get();
            instances.change(instance, instance.settings().with(features), by);
        } else {
            instances.setUp(
                    defaultWorkstream().id(),
                    new Endpoint(channel, endpoint),
                    InstanceSettings.of(Language.ENGLISH, features),
                    by);
        }
    }

    private Optional<Workstream> hold(WorkstreamId id) {
        return jdbc.sql(BY_ID + " for no key update")
                .param("id", id.value())
                .query((row, _) -> WorkstreamRows.workstream(row))
                .optional();
    }

    private Optional<WorkstreamChange> problem(WorkstreamId id, WorkstreamDraft draft) {
        if (nameIsTaken(draft.name(), id)) {
            return Optional.of(new NameTaken());
        }
        return queues.lock(draft.fallbackQueue()) ? Optional.empty() : Optional.of(new QueueGone());
    }

    private boolean nameIsTaken(String name, WorkstreamId except) {
        return jdbc.sql(NAME_IS_TAKEN)
                .param("name", name)
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec save(
            String sql, WorkstreamId id, WorkstreamDraft draft, UserId by) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("name", draft.name())
                .param("fallbackQueue", draft.fallbackQueue().value())
                .params(WorkstreamRows.columns(draft.distribution()))
                .param("now", utc(clock.instant()))
                .param("by", by.value());
    }

    /// The fields of a workstream in the audit log.
    private Map<String, Object> auditFields(WorkstreamId id) {
        var workstream = byId(id).orElseThrow();
        var distribution = workstream.distribution();
        var queue = queues.byId(workstream.fallbackQueue()).map(Queue::name).orElse("");
        return Map.of(
                "name", workstream.name(),
                "mode", workstream.mode().name(),
                "fallbackQueue", queue,
                "closeWaitingAfter", distribution.closeWaitingAfter().toString(),
                "capacity", distribution.capacity(),
                "wrapUpBlock", WorkstreamRows.word(distribution.wrapUpBlock()),
                "wrapUpMinutes", WorkstreamRows.minutes(distribution.wrapUpBlock()).orElse(0),
                "presences", distribution.presences().stream().sorted().toList(),
                "keepSameAgent", distribution.keepSameAgent(),
                "disposition", distribution.disposition().name());
    }
}
