package dev.parley.workstream;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.workstream.DispositionCodeChange.Conflict;
import dev.parley.workstream.DispositionCodeChange.Done;
import dev.parley.workstream.DispositionCodeChange.Gone;
import dev.parley.workstream.DispositionCodeChange.NameTaken;
import dev.parley.workstream.DispositionCodeChange.TooMany;
import dev.parley.workstream.DispositionCodeChange.TooManyActive;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The disposition codes of the installation, in PostgreSQL. Codes are never deleted, because
/// closed conversations have them; those that are not active cannot be chosen any more.
@Repository
public class DispositionCodes {
    /// How many can be active: each has a key.
    public static final int MOST_ACTIVE = 12;

    private static final int MOST = 200;

    private static final String SELECT = "select * from disposition_code";

    private static final String ORDER = " order by not active, position, lower(english_name), id";

    private static final String INSERT =
            """
            insert into disposition_code (id, english_name, chinese_name, position, active,
                                          created_at, created_by, changed_at, changed_by)
            values (:id, :english, :chinese, :position, :active, :now, :by, :now, :by)
            """;

    private static final String UPDATE =
            """
            update disposition_code
               set english_name = :english, chinese_name = :chinese, position = :position,
                   active = :active, changed_at = :now, changed_by = :by,
                   revision = revision + 1
             where id = :id
            """;

    private static final String NAME_IS_TAKEN =
            """
            select exists (select 1 from disposition_code
                            where id <> :except
                              and (lower(english_name) = lower(:english)
                                   or lower(chinese_name) = lower(:chinese)))
            """;

    private static final String COUNT_OTHERS =
            """
            select count(*) as all_codes, count(*) filter (where active) as active
              from disposition_code
             where id <> :except
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    DispositionCodes(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return all codes, the active ones first}
    public List<DispositionCode> all() {
        return jdbc.sql(SELECT + ORDER).query((row, _) -> fromRow(row)).list();
    }

    /// {@return the codes that agents can choose, at most [#MOST_ACTIVE]}
    public List<DispositionCode> active() {
        return jdbc.sql(SELECT + " where active" + ORDER).query((row, _) -> fromRow(row)).list();
    }

    public Optional<DispositionCode> byId(DispositionCodeId id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    /// {@return those of these codes that exist}
    public List<DispositionCode> byIds(Collection<DispositionCodeId> ids) {
        return jdbc.sql(SELECT + " where id = any (:ids)")
                .param("ids", ids.stream().map(DispositionCodeId::value).toArray(UUID[]::new))
                .query((row, _) -> fromRow(row))
                .list();
    }

    @Transactional
    public DispositionCodeChange create(DispositionCodeDraft draft, UserId by) {
        lock();
        var id = new DispositionCodeId(Ids.next());
        var problem = problem(id, draft);
        if (problem.isPresent()) {
            return problem.get();
        }
        save(INSERT, id, draft, by);
        audit.record(
                by,
                "dispositionCode.created",
                "dispositionCode/" + id,
                Map.of(),
                auditFields(draft));
        return new Done(id);
    }

    /// Changes a code, if it still has this revision.
    @Transactional
    public DispositionCodeChange change(
            DispositionCodeId id, int revision, DispositionCodeDraft draft, UserId by) {
        lock();
        var held = byId(id).orElse(null);
        if (held == null) {
            return new Gone();
        }
        if (held.revision() != revision) {
            return new Conflict(held);
        }
        var problem = problem(id, draft);
        if (problem.isPresent()) {
            return problem.get();
        }
        save(UPDATE, id, draft, by);
        audit.record(
                by,
                "dispositionCode.changed",
                "dispositionCode/" + id,
                auditFields(held.content()),
                auditFields(draft));
        return new Done(id);
    }

    /// Locks names and numbers, or two users could exceed them at the same time.
    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.disposition_code'))")
                .query((_, _) -> 1)
                .single();
    }

    private Optional<DispositionCodeChange> problem(
            DispositionCodeId id, DispositionCodeDraft draft) {
        if (nameIsTaken(id, draft)) {
            return Optional.of(new NameTaken());
        }
        return jdbc.sql(COUNT_OTHERS)
                .param("except", id.value())
                .query((row, _) -> problem(draft, row.getInt("all_codes"), row.getInt("active")))
                .single();
    }

    private static Optional<DispositionCodeChange> problem(
            DispositionCodeDraft draft, int others, int othersActive) {
        if (draft.active() && othersActive >= MOST_ACTIVE) {
            return Optional.of(new TooManyActive());
        }
        return others >= MOST ? Optional.of(new TooMany()) : Optional.empty();
    }

    private boolean nameIsTaken(DispositionCodeId except, DispositionCodeDraft draft) {
        return jdbc.sql(NAME_IS_TAKEN)
                .param("except", except.value())
                .param("english", draft.english())
                .param("chinese", draft.chinese())
                .query(Boolean.class)
                .single();
    }

    private void save(String sql, DispositionCodeId id, DispositionCodeDraft draft, UserId by) {
        jdbc.sql(sql)
                .param("id", id.value())
                .param("english", draft.english())
                .param("chinese", draft.chinese())
                .param("position", draft.position())
                .param("active", draft.active())
                .param("now", utc(clock.instant()))
                .param("by", by.value())
                .update();
    }

    private static Map<String, Object> auditFields(DispositionCodeDraft draft) {
        return Map.of(
                "name", draft.english(),
                "chineseName", draft.chinese(),
                "position", draft.position(),
                "active", draft.active());
    }

    private static DispositionCode fromRow(ResultSet row) throws SQLException {
        return new DispositionCode(
                new DispositionCodeId(row.getObject("id", UUID.class)),
                new DispositionCodeDraft(
                        row.getString("english_name"),
                        row.getString("chinese_name"),
                        row.getInt("position"),
                        row.getBoolean("active")),
                instant(row, "created_at"),
                new UserId(row.getObject("created_by", UUID.class)),
                instant(row, "changed_at"),
                new UserId(row.getObject("changed_by", UUID.class)),
                row.getInt("revision"));
    }
}
