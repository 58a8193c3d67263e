package dev.parley.identity;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utcOrNull;

import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads the audit log, the latest entries first.
@Repository
public class AuditLog {
    private static final String EVERYTHING = "select * from audit_entry where true";
    private static final String OF_USER = " and who = :who";
    private static final String OF_KIND = " and split_part(subject, '/', 1) = :kind";
    private static final String SINCE = " and at >= :from";
    private static final String UNTIL = " and at < :to";

    private static final Map<String, String> COLUMNS = Map.of("at", "at");

    private static final PagedList ABOUT =
            new PagedList(
                    "select * from audit_entry where subject = any (:subjects)", COLUMNS, "at");

    private static final String SUBJECTS_ADDED =
            """
            select distinct subject from audit_entry
             where after ->> :field = :value and action = :action
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// {@return the entries that match the search}
    public PagedRows<AuditEntry> find(Search search, PageRequest wanted) {
        return new PagedList(search.query(), COLUMNS, "at")
                .part(jdbc, wanted, search.parameters(), this::fromRow);
    }

    /// {@return the entries about any of these subjects}
    ///
    /// @param subjects as in [AuditEntry#subject]
    public PagedRows<AuditEntry> about(List<String> subjects, PageRequest wanted) {
        return ABOUT.part(
                jdbc, wanted, Map.of("subjects", subjects.toArray(String[]::new)), this::fromRow);
    }

    /// {@return the subjects of all entries of this action with this value in this field: only the
    /// audit log still has subjects that were removed since}
    public List<String> subjects(String action, String field, String value) {
        return jdbc.sql(SUBJECTS_ADDED)
                .param("action", action)
                .param("field", field)
                .param("value", value)
                .query((row, _) -> row.getString("subject"))
                .list();
    }

    /// {@return the kinds of all subjects}
    public List<String> kinds() {
        return jdbc.sql(
                        """
                        with recursive kind as (
                            (select split_part(subject, '/', 1) as name from audit_entry
                              order by 1 limit 1)
                            union all
                            select (select split_part(subject, '/', 1) from audit_entry
                                     where split_part(subject, '/', 1) > kind.name
                                     order by 1 limit 1)
                              from kind where kind.name is not null)
                        select name from kind where name is not null
                        """)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    private AuditEntry fromRow(ResultSet row, int index) throws SQLException {
        var who = row.getObject("who", UUID.class);
        return new AuditEntry(
                row.getObject("id", UUID.class),
                instant(row, "at"),
                who == null ? null : new UserId(who),
                row.getString("action"),
                row.getString("subject"),
                values(row.getString("before")),
                values(row.getString("after")));
    }

    private Map<String, String> values(String written) {
        var values = new HashMap<String, String>();
        json.readTree(written)
                .properties()
                .forEach(field ->
                        values.put(
                                field.getKey(),
                                field.getValue().isValueNode()
                                        ? field.getValue().asString("")
                                        : field.getValue().toString()));
        return values;
    }

    /// The filter of a search.
    ///
    /// @param who null for any user
    /// @param kind empty for any kind
    /// @param from null from the beginning
    /// @param to exclusive; null to the end
    public record Search(
            @Nullable UserId who, String kind, @Nullable Instant from, @Nullable Instant to) {
        /// Contains only the conditions that are set, so that each query can use its index.
        private String query() {
            return EVERYTHING
                    + (who == null ? "" : OF_USER)
                    + (kind.isEmpty() ? "" : OF_KIND)
                    + (from == null ? "" : SINCE)
                    + (to == null ? "" : UNTIL);
        }

        private Map<String, @Nullable Object> parameters() {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("who", who == null ? null : who.value());
            parameters.put("kind", kind);
            parameters.put("from", utcOrNull(from));
            parameters.put("to", utcOrNull(to));
            return parameters;
        }
    }
}
