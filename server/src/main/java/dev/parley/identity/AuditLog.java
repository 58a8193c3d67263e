package dev.parley.identity;

import static java.util.Objects.requireNonNull;

import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.Sliced;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads the record of who did what, the latest first.
@Repository
public class AuditLog {
    private static final String EVERYTHING = "select * from audit_entry where true";
    private static final String BY_WHOM = " and who = :who";
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

    /// {@return what was done, as far as it is looked for}
    public Sliced<AuditEntry> find(Search search, PageRequest wanted) {
        return new PagedList(search.question(), COLUMNS, "at")
                .part(jdbc, wanted, search.parameters(), this::fromRow);
    }

    /// {@return what was done to any of these}
    ///
    /// @param subjects as they stand in [AuditEntry#subject]
    public Sliced<AuditEntry> about(List<String> subjects, PageRequest wanted) {
        return ABOUT.part(
                jdbc, wanted, Map.of("subjects", subjects.toArray(String[]::new)), this::fromRow);
    }

    /// {@return everything that this was ever done to with this value in it: what was removed since
    /// is known from nowhere else}
    public List<String> subjects(String action, String field, String value) {
        return jdbc.sql(SUBJECTS_ADDED)
                .param("action", action)
                .param("field", field)
                .param("value", value)
                .query((row, _) -> row.getString("subject"))
                .list();
    }

    /// {@return what kinds of things there are entries about}
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
                requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant(),
                who == null ? null : new UserId(who),
                row.getString("action"),
                row.getString("subject"),
                told(row.getString("before")),
                told(row.getString("after")));
    }

    private Map<String, String> told(String written) {
        var told = new HashMap<String, String>();
        json.readTree(written)
                .properties()
                .forEach(field ->
                        told.put(
                                field.getKey(),
                                field.getValue().isValueNode()
                                        ? field.getValue().asString("")
                                        : field.getValue().toString()));
        return told;
    }

    /// What is looked for.
    ///
    /// @param who null for anybody
    /// @param kind empty for anything
    /// @param from null from the beginning
    /// @param to before which; null to the end
    public record Search(
            @Nullable UserId who, String kind, @Nullable Instant from, @Nullable Instant to) {
        /// Asks only for what is looked for, so that each question is answered from its index.
        private String question() {
            return EVERYTHING
                    + (who == null ? "" : BY_WHOM)
                    + (kind.isEmpty() ? "" : OF_KIND)
                    + (from == null ? "" : SINCE)
                    + (to == null ? "" : UNTIL);
        }

        private Map<String, @Nullable Object> parameters() {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("who", who == null ? null : who.value());
            parameters.put("kind", kind);
            parameters.put("from", at(from));
            parameters.put("to", at(to));
            return parameters;
        }

        private static @Nullable OffsetDateTime at(@Nullable Instant time) {
            return time == null ? null : time.atOffset(ZoneOffset.UTC);
        }
    }
}
