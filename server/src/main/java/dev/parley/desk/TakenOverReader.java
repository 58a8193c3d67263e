package dev.parley.desk;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.desk.view.DeskTexts;
import dev.parley.desk.view.TakenOverView;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Builds the list of conversations that colleagues took over from an agent. It reads the tables of
/// `conversation`, `customer`, `contact` and `workspace` directly, so that it needs only one
/// statement. The former agent knew the customer, and sees nothing else of the conversation.
@Repository
class TakenOverReader {
    private static final int SHOWN = 3;
    private static final Duration SHOWN_FOR = Duration.ofDays(3);

    private static final String LATEST =
            """
            select t.taken_by, t.taken_at, c.number,
                   coalesce(p.name, k.name) as name, k.visitor,
                   exists (select 1 from draft d
                            where d.user_id = t.former_agent
                              and d.conversation_id = t.conversation_id
                              and not d.replaced) as drafted
              from take_over t
              join conversation c on c.id = t.conversation_id
              join customer k on k.id = c.customer_id
              left join conversation_contact own on own.conversation_id = c.id
              left join contact_link l on l.customer_id = k.id
              left join contact p on p.id = coalesce(own.contact_id, l.contact_id)
                                 and p.kind = 'PERSON'
             where t.former_agent = :me and t.taken_at > :since
             order by t.taken_at desc, t.conversation_id
             limit :limit
            """;

    private final JdbcClient jdbc;
    private final DisplayNames names;

    TakenOverReader(JdbcClient jdbc, DisplayNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    TakenOverView read(DeskTexts w, SignedIn me) {
        var found =
                jdbc.sql(LATEST)
                        .param("me", me.userId().value())
                        .param("since", utc(w.now().minus(SHOWN_FOR)))
                        .param("limit", SHOWN + 1)
                        .query((row, _) -> fromRow(row))
                        .list();
        var users = names.ofUsers(found.stream().map(Row::by));
        return new TakenOverView(
                found.stream().limit(SHOWN).map(row -> line(w, row, users)).toList(),
                found.size() > SHOWN);
    }

    private static TakenOverView.Line line(DeskTexts w, Row row, Map<UserId, String> users) {
        return new TakenOverView.Line(
                CustomerNames.name(w, row.customerName, row.visitor),
                row.number,
                users.getOrDefault(row.by, ""),
                row.at,
                row.drafted);
    }

    private static Row fromRow(ResultSet row) throws SQLException {
        return new Row(
                new UserId(row.getObject("taken_by", UUID.class)),
                instant(row, "taken_at"),
                row.getLong("number"),
                row.getString("name"),
                row.getLong("visitor"),
                row.getBoolean("drafted"));
    }

    private record Row(
            UserId by,
            Instant at,
            long number,
            @Nullable String customerName,
            long visitor,
            boolean drafted) {}
}
