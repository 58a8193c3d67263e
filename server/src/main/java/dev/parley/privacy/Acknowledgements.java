package dev.parley.privacy;

import static dev.parley.platform.Columns.instant;

import dev.parley.identity.SignedIn;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who acknowledged which monitoring notice, for administrators. Reads the names of users from
/// their table.
@Repository
public class Acknowledgements {
    private static final PagedList LISTED =
            new PagedList(
                    """
                    select a.id, a.notice_id, a.language, a.acknowledged_at, n.number, u.display_name,
                           lower(u.display_name) as name_key
                      from monitoring_acknowledgement a
                      join monitoring_notice n on n.id = a.notice_id
                      join user_account u on u.id = a.user_id
                     where strpos(lower(u.display_name), lower(:search)) > 0
                    """,
                    Map.of("at", "acknowledged_at", "agent", "name_key", "notice", "number"),
                    "at");

    private static final String PROGRESS =
            """
            select count(*) as agents,
                   count(*) filter (where exists (
                       select 1 from monitoring_acknowledgement a
                        where a.user_id = u.id
                          and a.notice_id = (select id from monitoring_notice
                                              order by number desc limit 1))) as done
              from user_account u
             where u.active and u.agent
            """;

    private final JdbcClient jdbc;

    Acknowledgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public PagedRows<Acknowledgement> list(SignedIn me, PageRequest wanted) {
        MonitoringNotices.mustAdminister(me);
        return LISTED.part(jdbc, wanted, (row, _) -> fromRow(row));
    }

    /// {@return how many agents acknowledged the last notice}
    public Progress progress(SignedIn me) {
        MonitoringNotices.mustAdminister(me);
        return jdbc.sql(PROGRESS)
                .query((row, _) -> new Progress(row.getInt("done"), row.getInt("agents")))
                .single();
    }

    private static Acknowledgement fromRow(ResultSet row) throws SQLException {
        return new Acknowledgement(
                row.getObject("notice_id", UUID.class),
                row.getInt("number"),
                row.getString("display_name"),
                row.getString("language"),
                instant(row, "acknowledged_at"));
    }

    /// How many agents acknowledged it.
    ///
    /// @param agents all active ones
    public record Progress(int done, int agents) {}
}
