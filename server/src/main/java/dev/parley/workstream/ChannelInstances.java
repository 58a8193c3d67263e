package dev.parley.workstream;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.ChannelKind;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.workstream.InstanceChange.Done;
import dev.parley.workstream.InstanceChange.Gone;
import dev.parley.workstream.InstanceChange.Overtaken;
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

/// All pages that administrators set up in workstreams, in PostgreSQL.
@Repository
public class ChannelInstances {
    private static final String SELECT =
            "select i.*, refusal.* from channel_instance i "
                    + AutomatedMessages.FILES_REFUSED_OF.formatted(
                            "i.channel", "i.page", "i.language");

    private static final String OF = SELECT + " where i.channel = :channel and i.page = :page";

    private static final String INSERT =
            """
            insert into channel_instance (workstream_id, channel, page, language, message_tag,
                                          customer_files, agent_files, created_at, created_by, changed_at, changed_by)
            select id, :channel, :page, :language, :messageTag, :customerFiles, :agentFiles,
                   :now, :by, :now, :by
              from workstream where id = :workstream
            on conflict (channel, page) do nothing
            """;

    private static final String UPDATE =
            """
            update channel_instance
               set language = :language, message_tag = :messageTag,
                   customer_files = :customerFiles, agent_files = :agentFiles,
                   changed_at = :now, changed_by = :by, revision = revision + 1
             where channel = :channel and page = :page and revision = :revision
            """;

    private static final String DELETE =
            "delete from channel_instance where channel = :channel and page = :page";

    private static final String HOLDER =
            """
            select w.*
              from channel_instance i
              join workstream w on w.id = i.workstream_id
             where i.channel = :channel and i.page = :page
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

    /// {@return all pages that are set up}
    public List<ChannelInstance> all() {
        return jdbc.sql(SELECT + " order by i.created_at, i.page")
                .query((row, _) -> WorkstreamRows.instance(row))
                .list();
    }

    /// {@return how many pages are set up in each workstream that has any}
    public Map<WorkstreamId, Integer> counts() {
        return jdbc
                .sql("select workstream_id, count(*) as pages from channel_instance group by 1")
                .query((row, _) ->
                        Map.entry(
                                new WorkstreamId(row.getObject("workstream_id", UUID.class)),
                                row.getInt("pages")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// {@return the pages set up in this workstream, those first that were first}
    public List<ChannelInstance> in(WorkstreamId workstream) {
        return jdbc.sql(
                        SELECT
                                + " where i.workstream_id = :workstream order by i.created_at, i.page")
                .param("workstream", workstream.value())
                .query((row, _) -> WorkstreamRows.instance(row))
                .list();
    }

    /// {@return how this page is set up; empty where nobody did}
    public Optional<ChannelInstance> of(ChannelKind channel, String page) {
        return jdbc.sql(OF)
                .param("channel", channel.name())
                .param("page", page)
                .query((row, _) -> WorkstreamRows.instance(row))
                .optional();
    }

    /// Sets a page up in a workstream. What of its conversations waits in line moves with it.
    @Transactional
    public InstanceChange setUp(
            WorkstreamId workstream, Page page, InstanceSettings settings, UserId by) {
        oneAtATime();
        var inserted =
                at(INSERT, page, settings, by).param("workstream", workstream.value()).update();
        if (inserted == 0) {
            return holderOf(page).<InstanceChange>map(SetUpIn::new).orElseGet(Gone::new);
        }
        messages.save(page, settings);
        var instance = of(page.channel(), page.id()).orElseThrow();
        record(by, "channelInstance.setUp", page, Map.of(), told(instance));
        events.publishEvent(new HandlingChanged.OfPage(page.channel(), page.id()));
        return new Done(instance);
    }

    /// Changes how a page is set up, unless somebody has changed it since it was read. In force at
    /// once.
    @Transactional
    public InstanceChange change(ChannelInstance instance, InstanceSettings settings, UserId by) {
        var page = new Page(instance.channel(), instance.page());
        var updated =
                at(UPDATE, page, settings, by).param("revision", instance.revision()).update();
        if (updated == 0) {
            return of(page.channel(), page.id())
                    .<InstanceChange>map(Overtaken::new)
                    .orElseGet(Gone::new);
        }
        messages.save(page, settings);
        var changed = of(page.channel(), page.id()).orElseThrow();
        record(by, "channelInstance.changed", page, told(instance), told(changed));
        return new Done(changed);
    }

    /// Takes a page out of its workstream. What was said through it stays; what is under way goes
    /// on under the default workstream.
    @Transactional
    public void delete(ChannelInstance instance, UserId by) {
        var page = new Page(instance.channel(), instance.page());
        var deleted =
                jdbc.sql(DELETE)
                        .param("channel", page.channel().name())
                        .param("page", page.id())
                        .update();
        if (deleted == 1) {
            messages.forget(page);
            record(by, "channelInstance.deleted", page, told(instance), Map.of());
            events.publishEvent(new HandlingChanged.OfPage(page.channel(), page.id()));
        }
    }

    /// One administrator at a time names workstreams, sets pages up in them, or deletes one.
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.workstream'))")
                .query((_, _) -> 1)
                .single();
    }

    private Optional<Workstream> holderOf(Page page) {
        return jdbc.sql(HOLDER)
                .param("channel", page.channel().name())
                .param("page", page.id())
                .query((row, _) -> WorkstreamRows.workstream(row))
                .optional();
    }

    private JdbcClient.StatementSpec at(
            String sql, Page page, InstanceSettings settings, UserId by) {
        var switches = settings.switches();
        return jdbc.sql(sql)
                .param("channel", page.channel().name())
                .param("page", page.id())
                .param("language", settings.language().tag())
                .param("messageTag", switches.messageTag())
                .param("customerFiles", switches.customerFiles())
                .param("agentFiles", switches.agentFiles())
                .param("now", clock.instant().atOffset(UTC))
                .param("by", by.value());
    }

    private void record(
            UserId by, String action, Page page, Map<String, ?> before, Map<String, ?> after) {
        var subject = "channelInstance/%s/%s".formatted(page.channel(), page.id());
        audit.record(by, action, subject, before, after);
    }

    private String nameOf(WorkstreamId workstream) {
        return jdbc.sql("select name from workstream where id = :id")
                .param("id", workstream.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// What the audit keeps of an instance.
    private Map<String, Object> told(ChannelInstance instance) {
        var settings = instance.settings();
        var switches = settings.switches();
        return Map.of(
                "workstream", nameOf(instance.workstream()),
                "pageId", instance.page(),
                "language", settings.language().tag(),
                "messageTag", switches.messageTag(),
                "customerFiles", switches.customerFiles(),
                "agentFiles", switches.agentFiles(),
                "filesRefused", settings.filesRefused().text(),
                "filesRefusedOn", settings.filesRefused().enabled());
    }
}
