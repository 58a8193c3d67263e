package dev.parley.workstream;

import dev.parley.channel.ChannelKind;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All workstreams and their channel instances, in PostgreSQL. A page that nobody has set up is
/// handled by the default workstream, with the defaults of an instance.
@Repository
public class Workstreams {
    private static final String INSTANCE_OF =
            """
            select coalesce(i.message_tag, false) as message_tag,
                   coalesce(i.customer_files, false) as customer_files,
                   coalesce(i.agent_files, false) as agent_files,
                   w.capacity, w.close_waiting_after_seconds
              from workstream w
              left join channel_instance i
                     on i.workstream_id = w.id and i.channel = :channel and i.page = :page
             where w.is_default
            """;

    private static final String WORKSTREAM_OF =
            """
            select w.id, w.name
              from channel_instance i
              join workstream w on w.id = i.workstream_id
             where i.channel = :channel and i.page = :page
            """;

    private static final String SET_UP =
            """
            insert into channel_instance
                   (workstream_id, channel, page, message_tag, customer_files, agent_files)
            select id, :channel, :page, :messageTag, :customerFiles, :agentFiles
              from workstream where is_default
            on conflict (channel, page) do update
               set message_tag = excluded.message_tag,
                   customer_files = excluded.customer_files,
                   agent_files = excluded.agent_files
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    Workstreams(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /// {@return the workstream in which an administrator set this page up; empty for a page that is
    /// free to be set up in one}
    public Optional<Workstream> workstreamOf(ChannelKind channel, String page) {
        return jdbc.sql(WORKSTREAM_OF)
                .param("channel", channel.name())
                .param("page", page)
                .query((row, _) ->
                        new Workstream(
                                new WorkstreamId(row.getObject("id", UUID.class)),
                                row.getString("name")))
                .optional();
    }

    public ChannelInstance instanceOf(ChannelKind channel, String page) {
        return jdbc.sql(INSTANCE_OF)
                .param("channel", channel.name())
                .param("page", page)
                .query((row, _) -> fromRow(row))
                .single();
    }

    /// Sets this page up in the default workstream, or changes how it is set up. In force at once.
    @Transactional
    public void setUp(ChannelKind channel, String page, Switches switches, UserId by) {
        var before = instanceOf(channel, page).switches();
        jdbc.sql(SET_UP)
                .param("channel", channel.name())
                .param("page", page)
                .param("messageTag", switches.messageTag())
                .param("customerFiles", switches.customerFiles())
                .param("agentFiles", switches.agentFiles())
                .update();
        audit.record(
                by,
                "channelInstance.setUp",
                "channelInstance/%s/%s".formatted(channel, page),
                told(before),
                told(switches));
    }

    private static Map<String, Boolean> told(Switches switches) {
        return Map.of(
                "messageTag", switches.messageTag(),
                "customerFiles", switches.customerFiles(),
                "agentFiles", switches.agentFiles());
    }

    private static ChannelInstance fromRow(ResultSet row) throws SQLException {
        return new ChannelInstance(
                row.getBoolean("message_tag"),
                row.getBoolean("customer_files"),
                row.getBoolean("agent_files"),
                row.getInt("capacity"),
                Duration.ofSeconds(row.getLong("close_waiting_after_seconds")));
    }
}
