package dev.parley.admin;

import dev.parley.admin.view.AccountPagesView;
import dev.parley.admin.view.Attributed;
import dev.parley.messenger.doctor.ProvisioningState;
import dev.parley.messenger.setup.MessagingAccountId;
import dev.parley.platform.LongList;
import dev.parley.platform.Slice;
import dev.parley.platform.Sliced;
import dev.parley.platform.language.Language;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.WorkstreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The read model of the lists of pages: it names the tables of `messenger`, `workstream` and
/// `identity`, so that a list costs the same however many pages it shows.
@Repository
class PageRows {
    /// What needs somebody comes first by its state.
    private static final LongList OF_ACCOUNT =
            new LongList(
                    """
                    select p.id, p.page_id, p.name, p.token_tail, w.name as workstream,
                           case when c.asked then 'CHECKING'
                                else coalesce(c.state, 'NOT_STARTED') end as state,
                           p.created_at, p.changed_at,
                           maker.display_name as created_by, changer.display_name as changed_by
                      from facebook_page p
                      join user_account maker on maker.id = p.created_by
                      join user_account changer on changer.id = p.changed_by
                      left join page_checkup c on c.page = p.page_id
                      left join channel_instance i
                        on i.channel = 'FACEBOOK' and i.endpoint = p.page_id
                      left join workstream w on w.id = i.workstream_id
                     where p.account_id = :account
                       and (strpos(lower(p.name), lower(:search)) > 0
                            or strpos(p.page_id, :search) > 0)
                    """,
                    Map.of(
                            "name", "lower(name)",
                            "pageId", "page_id",
                            "workstream", "workstream is null, lower(workstream)",
                            "state",
                                    """
                                    array_position(array['NEEDS_ATTENTION', 'STOPPED', 'CHECKING',
                                                         'NOT_STARTED', 'RUNNING'], state)
                                    """,
                            "created", "created_at",
                            "changed", "changed_at"),
                    "name");

    private static final LongList OF_WORKSTREAM =
            new LongList(
                    """
                    select i.endpoint as id, coalesce(p.name, i.endpoint) as name, i.language,
                           i.extended_window, i.customer_files, i.agent_files,
                           i.created_at, i.changed_at,
                           coalesce(maker.display_name, '') as created_by,
                           coalesce(changer.display_name, '') as changed_by
                      from channel_instance i
                      left join facebook_page p on p.page_id = i.endpoint
                      left join user_account maker on maker.id = i.created_by
                      left join user_account changer on changer.id = i.changed_by
                     where i.workstream_id = :workstream
                       and (strpos(lower(p.name), lower(:search)) > 0
                            or strpos(i.endpoint, :search) > 0)
                    """,
                    Map.of(
                            "name", "lower(name)",
                            "language", "language",
                            "created", "created_at",
                            "changed", "changed_at"),
                    "name");

    private final JdbcClient jdbc;

    PageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the pages of this account with what is sought in their name or ID}
    Sliced<AccountPagesView.Line> of(MessagingAccountId account, Slice wanted) {
        return OF_ACCOUNT.part(
                jdbc, wanted, Map.of("account", account.value()), PageRows::ofAccount);
    }

    /// {@return the pages set up in this workstream with what is sought in their name or ID}
    Sliced<SetUp> of(WorkstreamId workstream, Slice wanted) {
        return OF_WORKSTREAM.part(
                jdbc, wanted, Map.of("workstream", workstream.value()), PageRows::ofWorkstream);
    }

    private static AccountPagesView.Line ofAccount(ResultSet row, int index) throws SQLException {
        return new AccountPagesView.Line(
                row.getObject("id", UUID.class),
                row.getString("page_id"),
                row.getString("name"),
                row.getString("token_tail"),
                Objects.requireNonNullElse(row.getString("workstream"), ""),
                ProvisioningState.valueOf(row.getString("state")),
                made(row));
    }

    private static SetUp ofWorkstream(ResultSet row, int index) throws SQLException {
        return new SetUp(
                row.getString("id"),
                row.getString("name"),
                Language.tagged(row.getString("language")).orElse(Language.ENGLISH),
                new InstanceFeatures(
                        row.getBoolean("extended_window"),
                        row.getBoolean("customer_files"),
                        row.getBoolean("agent_files")),
                made(row));
    }

    private static Attributed made(ResultSet row) throws SQLException {
        return new Attributed(
                instant(row, "created_at"),
                row.getString("created_by"),
                instant(row, "changed_at"),
                row.getString("changed_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// A page set up in a workstream.
    ///
    /// @param page as the channel calls it
    /// @param made by whom; an empty name for Parley
    record SetUp(
            String page,
            String name,
            Language language,
            InstanceFeatures switches,
            Attributed made) {}
}
