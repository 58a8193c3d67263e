package dev.parley.desk;

import dev.parley.conversation.Participants;
import dev.parley.desk.view.AlertsView;
import dev.parley.desk.view.AlertsView.Unread;
import dev.parley.desk.view.DeskTexts;
import dev.parley.identity.SignedIn;
import dev.parley.workspace.MessageAlerts;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads of which unread messages a user is alerted, not those of blocked customers; from the
/// tables of `conversation` directly.
@Repository
class AlertsReader {
    private static final int MOST = 50;

    private static final String UNREAD =
            """
            select id from conversation
             where (agent_id = :me and state in ('ACTIVE', 'WAITING', 'WRAP_UP') and unread > 0
                    or id = any (array(select p.conversation_id
                                         from participant p
                                        where p.user_id = :me
                                          and exists (select 1 from message m where {new}))))
               and not exists (select 1 from customer_block block
                                where block.customer_id = conversation.customer_id
                                  and block.lifted_at is null)
             order by last_message_at desc
             limit :limit
            """
                    .replace("{new}", Participants.UNREAD);

    private final JdbcClient jdbc;
    private final WorkRows rows;
    private final DisplayNames names;
    private final MessageAlerts alerts;

    AlertsReader(JdbcClient jdbc, WorkRows rows, DisplayNames names, MessageAlerts alerts) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.names = names;
        this.alerts = alerts;
    }

    AlertsView read(DeskTexts w, SignedIn me) {
        var settings = alerts.of(me.userId());
        var unread =
                jdbc.sql(UNREAD)
                        .param("me", me.userId().value())
                        .param("limit", MOST)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        return new AlertsView(
                settings, unread.isEmpty() ? List.of() : views(w, me, unread, settings.showText()));
    }

    private List<Unread> views(DeskTexts w, SignedIn me, List<UUID> ids, boolean showText) {
        var found = rows.byIds(ids, me.userId());
        var endpoints = names.ofEndpoints(found.stream().map(WorkRows.WorkRow::endpoint));
        return found.stream()
                .map(row ->
                        new Unread(
                                row.id(),
                                Worklist.name(w, row),
                                row.lastMessageAt(),
                                showText ? Worklist.preview(w, row, endpoints, false) : ""))
                .toList();
    }
}
