package dev.parley.workstream;

import static dev.parley.platform.Columns.utc;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.ChannelKind;
import dev.parley.channel.Endpoint;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.workstream.InstanceChange.Conflict;
import dev.parley.workstream.InstanceChange.Done;
import dev.parley.workstream.InstanceChange.Gone;
import dev.parley.workstream.InstanceChange.SetUpIn;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All endpoints that administrators set up in workstreams, in PostgreSQL.
@Repository
public class ChannelInstances {
    private static final String SELECT =
            "select i.*, refusal.* from channel_instance i "
                    + AutomatedMessages.FILES_REFUSED_OF.formatted(
                            "i.channel", "i.endpoint", "i.language");

    private static final String OF =
            SELECT + " where i.channel = :channel and i.endpoint = :endpoint";

    private static final String INSERT =
            """
            insert into channel_instance (workstream_id, channel, endpoint, language, extended_window,
                                          customer_files, agent_files, created_at, created_by, changed_at, changed_by)
            select id, :channel, :endpoint, :language, :extendedWindow, :customerFiles, :agentFiles,
                   :now, :by, :now, :by
              from workstream where id = :workstream
            on conflict (channel, endpoint) do nothing
            """;

    private static final String UPDATE =
            """
            update channel_instance
               set language = :language, extended_window = :extendedWindow,
                   customer_files = :customerFiles, agent_files = :agentFiles,
                   changed_at = :now, changed_by = :by, revision = revision + 1
             where channel = :channel and endpoint = :endpoint and revision = :revision
            """;

    private static final String DELETE =
            "delete from channel_instance where channel = :channel and endpoint = :endpoint";

    private static final String HOLDER =
            """
            select w.*
              from channel_instance i
              join workstream w on w.id = i.workstream_id
             where i.channel = :channel and i.endpoint = :endpoint
            """;

    private final JdbcClient jdbc;
    private final AutomatedMessages messages;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChannelInstances(
            JdbcClient jdbc,
            AutomatedMessages messages,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// {@return all endpoints that are set up}
    public List<ChannelInstance> all() {
        return jdbc.sql(SELECT + " order by i.created_at, i.endpoint")
                .query((row, _) -> WorkstreamRows.instance(row))
                .list();
    }

    /// {@return how many endpoints are set up in each workstream that has any}
    public Map<WorkstreamId, Integer> counts() {
        return jdbc
                .sql("select workstream_id, count(*) as endpoints from channel_instance group by 1")
                .query((row, _) ->
                        Map.entry(
                                new WorkstreamId(row.getObject("workstream_id", UUID.class)),
                                row.getInt("endpoints")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// {@return the endpoints set up in this workstream, in the order of creation}
    public List<ChannelInstance> in(WorkstreamId workstream) {
        return jdbc.sql(
                        SELECT
                                + " where i.workstream_id = :workstream order by i.created_at, i.endpoint")
                .param("workstream", workstream.value())
                .query((row, _) -> WorkstreamRows.instance(row))
                .list();
    }

    /// {@return how this endpoint is set up; empty when it is not}
    public Optional<ChannelInstance> of(ChannelKind channel, String endpoint) {
        return jdbc.sql(OF)
                .param("channel", channel.name())
                .param("endpoint", endpoint)
                .query((row, _) -> WorkstreamRows.instance(row))
                .optional();
    }

    /// Sets up an endpoint in a workstream. Its waiting conversations move with it.
    @Transactional
    public InstanceChange setUp(
            WorkstreamId workstream, Endpoint endpoint, InstanceSettings settings, UserId by) {
        lock();
        var inserted =
                at(INSERT, endpoint, settings, by).param("workstream", workstream.value()).update();
        if (inserted == 0) {
            return holderOf(endpoint).<InstanceChange>map(SetUpIn::new).orElseGet(Gone::new);
        }
        messages.save(endpoint, settings);
        var instance = of(endpoint.channel(), endpoint.id()).orElseThrow();
        record(by, "channelInstance.setUp", endpoint, Map.of(), auditFields(instance));
        events.publishEvent(new HandlingChanged.OfEndpoint(endpoint.channel(), endpoint.id()));
        return new Done(instance);
    }

    /// Changes how an endpoint is set up, unless it was changed since it was read. Effective
    /// immediately.
    @Transactional
    public InstanceChange change(ChannelInstance instance, InstanceSettings settings, UserId by) {
        var endpoint = new Endpoint(instance.channel(), instance.endpoint());
        var updated =
                at(UPDATE, endpoint, settings, by).param("revision", instance.revision()).update();
        if (updated == 0) {
            return of(endpoint.channel(), endpoint.id())
                    .<InstanceChange>map(Conflict::new)
                    .orElseGet(Gone::new);
        }
        messages.save(endpoint, settings);
        var changed = of(endpoint.channel(), endpoint.id()).orElseThrow();
        var before = auditFields(instance);
        record(by, "channelInstance.changed", endpoint, before, auditFields(changed));
        return new Done(changed);
    }

    /// Removes an endpoint from its workstream. Its messages remain; running conversations continue
    /// under the default workstream.
    @Transactional
    public void delete(ChannelInstance instance, UserId by) {
        var endpoint = new Endpoint(instance.channel(), instance.endpoint());
        var deleted =
                jdbc.sql(DELETE)
                        .param("channel", endpoint.channel().name())
                        .param("endpoint", endpoint.id())
                        .update();
        if (deleted == 1) {
            messages.delete(endpoint);
            record(by, "channelInstance.deleted", endpoint, auditFields(instance), Map.of());
            events.publishEvent(new HandlingChanged.OfEndpoint(endpoint.channel(), endpoint.id()));
        }
    }

    /// Locks naming workstreams, setting up endpoints in them, and deleting them.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.workstream'))")
                .query((_, _) -> 1)
                .single();
    }

    private Optional<Workstream> holderOf(Endpoint endpoint) {
        return jdbc.sql(HOLDER)
                .param("channel", endpoint.channel().name())
                .param("endpoint", endpoint.id())
                .query((row, _) -> WorkstreamRows.workstream(row))
                .optional();
    }

    private JdbcClient.StatementSpec at(
            String sql, Endpoint endpoint, InstanceSettings settings, UserId by) {
        var features = settings.features();
        return jdbc.sql(sql)
                .param("channel", endpoint.channel().name())
                .param("endpoint", endpoint.id())
                .param("language", settings.language().tag())
                .param("extendedWindow", features.extendedWindow())
                .param("customerFiles", features.customerFiles())
                .param("agentFiles", features.agentFiles())
                .param("now", utc(clock.instant()))
                .param("by", by.value());
    }

    private void record(
            UserId by,
            String action,
            Endpoint endpoint,
            Map<String, ?> before,
            Map<String, ?> after) {
        var subject = "channelInstance/%s/%s".formatted(endpoint.channel(), endpoint.id());
        audit.record(by, action, subject, before, after);
    }

    private String nameOf(WorkstreamId workstream) {
        return jdbc.sql("select name from workstream where id = :id")
                .param("id", workstream.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// The fields of an instance in the audit log.
    private Map<String, Object> auditFields(ChannelInstance instance) {
        var settings = instance.settings();
        var features = settings.features();
        return Map.of(
                "workstream", nameOf(instance.workstream()),
                "endpointId", instance.endpoint(),
                "language", settings.language().tag(),
                "extendedWindow", features.extendedWindow(),
                "customerFiles", features.customerFiles(),
                "agentFiles", features.agentFiles(),
                "filesRefused", settings.filesRefused().text(),
                "filesRefusedOn", settings.filesRefused().enabled());
    }
}
