package dev.parley.messenger.account;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.conversation.EndpointNoticed;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Meta's notices about pages, until an administrator has read them.
@Repository
public class PageNotices {
    private static final String ADD =
            """
            insert into page_notice (id, channel, page, warning, reason, at)
            values (:id, :channel, :page, :warning, :reason, :at)
            on conflict (channel, page, at, warning) do nothing
            """;

    private static final String UNREAD =
            """
            select id, page, warning, reason, at
              from page_notice
             where seen_at is null
             order by at desc
             limit 50
            """;

    private static final String READ =
            "update page_notice set seen_at = :now, seen_by = :by where id = :id and seen_at is null";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    PageNotices(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return the notices that no administrator has read yet, newest first}
    public List<PageNotice> unread() {
        return jdbc.sql(UNREAD).query(PageNotices::fromRow).list();
    }

    /// Marks the notice as read by an administrator.
    @Transactional
    public void read(UUID id, UserId by) {
        var changed =
                jdbc.sql(READ)
                        .param("id", id)
                        .param("by", by.value())
                        .param("now", utc(clock.instant()))
                        .update();
        if (changed == 1) {
            audit.record(by, "pageNotice.read", "pageNotice/" + id, Map.of(), Map.of());
        }
    }

    /// Part of the transaction that handles Meta's notice.
    @EventListener
    void on(EndpointNoticed noticed) {
        var endpoint = noticed.endpoint();
        if (!endpoint.channel().equals(FacebookChannel.KIND)) {
            return;
        }
        var warning = noticed.warning();
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("channel", endpoint.channel().name())
                .param("page", endpoint.id())
                .param("warning", warning.warning().name())
                .param("reason", warning.reason())
                .param("at", utc(warning.at()))
                .update();
    }

    private static PageNotice fromRow(ResultSet row, int index) throws SQLException {
        return new PageNotice(
                row.getObject("id", UUID.class),
                row.getString("page"),
                row.getString("warning").toLowerCase(Locale.ROOT),
                row.getString("reason"),
                instant(row, "at"));
    }
}
