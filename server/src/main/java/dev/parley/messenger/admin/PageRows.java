package dev.parley.messenger.admin;

import dev.parley.admin.kit.Rows;
import dev.parley.messenger.account.MessagingAccountId;
import dev.parley.messenger.admin.view.AccountPagesView;
import dev.parley.messenger.doctor.ProvisioningState;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The read model of the list of pages: it queries the tables of `messenger`, `workstream` and
/// `identity`, so that a list costs the same however many pages it shows.
@Repository
class PageRows {
    /// Sorted by state, pages that need attention come first.
    private static final PagedList OF_ACCOUNT =
            new PagedList(
                    """
                    select p.id, p.page_id, p.name, p.token_tail, w.name as workstream,
                           case when c.asked then 'CHECKING'
                                else coalesce(c.state, 'NOT_STARTED') end as state,
                           p.created_at, p.changed_at,
                           maker.display_name as created_by, changer.display_name as changed_by
                      from facebook_page p
                      join user_account maker on maker.id = p.created_by
                      join user_account changer on changer.id = p.changed_by
                      left join page_status c on c.page = p.page_id
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

    private final JdbcClient jdbc;

    PageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the pages of this account that have the search text in their name or ID}
    PagedRows<AccountPagesView.Line> of(MessagingAccountId account, PageRequest wanted) {
        return OF_ACCOUNT.part(
                jdbc, wanted, Map.of("account", account.value()), PageRows::ofAccount);
    }

    private static AccountPagesView.Line ofAccount(ResultSet row, int index) throws SQLException {
        return new AccountPagesView.Line(
                row.getObject("id", UUID.class),
                row.getString("page_id"),
                row.getString("name"),
                row.getString("token_tail"),
                Objects.requireNonNullElse(row.getString("workstream"), ""),
                ProvisioningState.valueOf(row.getString("state")),
                Rows.made(row));
    }
}
