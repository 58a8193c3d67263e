package dev.parley.admin;

import dev.parley.admin.kit.ChangeInfo;
import dev.parley.admin.kit.Rows;
import dev.parley.channel.ChannelKind;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import dev.parley.platform.language.Language;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.WorkstreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The read model of a workstream's list of endpoints: it reads the tables of `workstream` and
/// `identity`, so that a list takes one query for any number of endpoints. The channel provides the
/// names of the endpoints.
@Repository
class EndpointRows {
    private static final PagedList OF_WORKSTREAM =
            new PagedList(
                    """
                    select i.endpoint as id, coalesce(n.name, i.endpoint) as name, i.language,
                           i.extended_window, i.customer_files, i.agent_files,
                           i.created_at, i.changed_at,
                           coalesce(maker.display_name, '') as created_by,
                           coalesce(changer.display_name, '') as changed_by
                      from channel_instance i
                      left join unnest(:endpoints::text[], :names::text[]) as n (id, name)
                        on n.id = i.endpoint
                      left join user_account maker on maker.id = i.created_by
                      left join user_account changer on changer.id = i.changed_by
                     where i.workstream_id = :workstream and i.channel = :channel
                       and (strpos(lower(n.name), lower(:search)) > 0
                            or strpos(i.endpoint, :search) > 0)
                    """,
                    Map.of(
                            "name", "lower(name)",
                            "language", "language",
                            "created", "created_at",
                            "changed", "changed_at"),
                    "name");

    private final JdbcClient jdbc;

    EndpointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the endpoints set up in this workstream with the search text in their name or id}
    ///
    /// @param names the names of this channel's endpoints, by id
    PagedRows<SetUp> of(
            WorkstreamId workstream,
            ChannelKind channel,
            Map<String, String> names,
            PageRequest request) {
        var known = names.entrySet().stream().toList();
        return OF_WORKSTREAM.part(
                jdbc,
                request,
                Map.of(
                        "workstream",
                        workstream.value(),
                        "channel",
                        channel.name(),
                        "endpoints",
                        known.stream().map(Map.Entry::getKey).toArray(String[]::new),
                        "names",
                        known.stream().map(Map.Entry::getValue).toArray(String[]::new)),
                EndpointRows::fromRow);
    }

    private static SetUp fromRow(ResultSet row, int index) throws SQLException {
        return new SetUp(
                row.getString("id"),
                row.getString("name"),
                Language.tagged(row.getString("language")).orElse(Language.ENGLISH),
                new InstanceFeatures(
                        row.getBoolean("extended_window"),
                        row.getBoolean("customer_files"),
                        row.getBoolean("agent_files")),
                Rows.made(row));
    }

    /// An endpoint set up in a workstream.
    ///
    /// @param id its id in the channel
    /// @param made who created and changed it; an empty name for Parley
    record SetUp(
            String id,
            String name,
            Language language,
            InstanceFeatures features,
            ChangeInfo made) {}
}
