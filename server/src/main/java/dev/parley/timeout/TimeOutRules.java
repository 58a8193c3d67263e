package dev.parley.timeout;

import static dev.parley.platform.Columns.utc;

import dev.parley.engagement.CustomerSlugs;
import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.timeout.TimeOutRuleChange.Conflict;
import dev.parley.timeout.TimeOutRuleChange.Done;
import dev.parley.timeout.TimeOutRuleChange.Gone;
import dev.parley.timeout.TimeOutRuleChange.TooMany;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamId;
import dev.parley.workstream.Workstreams;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The time-out rules of all workstreams, in PostgreSQL. A change holds for running conversations,
/// from the next check on.
@Repository
public class TimeOutRules {
    /// How many a workstream can have.
    public static final int MOST = 20;

    private static final String OF_WORKSTREAM =
            "select * from time_out_rule where workstream_id = :workstream order by place";

    private static final String INSERT =
            """
            insert into time_out_rule (id, workstream_id, place, silent, after_seconds, action,
                                       english, chinese, created_at, created_by, changed_at,
                                       changed_by)
            values (:id, :workstream, :place, :silent, :after, :action, :english, :chinese,
                    :now, :by, :now, :by)
            """;

    private static final String UPDATE =
            """
            update time_out_rule
               set silent = :silent, after_seconds = :after, action = :action, english = :english,
                   chinese = :chinese, changed_at = :now, changed_by = :by,
                   revision = revision + 1
             where id = :id
            """;

    private static final String CLOSE_GAP =
            """
            update time_out_rule set place = place - 1
             where workstream_id = :workstream and place > :place
            """;

    private static final String SWAP =
            """
            update time_out_rule
               set place = case place when :one then :other else :one end
             where workstream_id = :workstream and place in (:one, :other)
            """;

    private final JdbcClient jdbc;
    private final Workstreams workstreams;
    private final CustomerSlugs customerSlugs;
    private final Audit audit;
    private final Clock clock;

    TimeOutRules(
            JdbcClient jdbc,
            Workstreams workstreams,
            CustomerSlugs customerSlugs,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.workstreams = workstreams;
        this.customerSlugs = customerSlugs;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return the names of the slugs that a message can contain}
    public List<String> slugs() {
        return customerSlugs.offered();
    }

    /// {@return the rules of this workstream, in their order}
    public List<TimeOutRule> of(WorkstreamId workstream) {
        return jdbc.sql(OF_WORKSTREAM)
                .param("workstream", workstream.value())
                .query((row, _) -> TimeOutRows.rule(row))
                .list();
    }

    public Optional<TimeOutRule> byId(TimeOutRuleId id) {
        return jdbc.sql("select * from time_out_rule where id = :id")
                .param("id", id.value())
                .query((row, _) -> TimeOutRows.rule(row))
                .optional();
    }

    /// Adds a rule after the others of this workstream.
    @Transactional
    public TimeOutRuleChange create(WorkstreamId workstream, TimeOutRuleDraft draft, UserId by) {
        lock();
        var of = workstreams.byId(workstream).orElse(null);
        if (of == null) {
            return new Gone();
        }
        var others = of(workstream).size();
        if (others >= MOST) {
            return new TooMany();
        }
        var id = new TimeOutRuleId(Ids.next());
        save(INSERT, id, draft, by)
                .param("workstream", workstream.value())
                .param("place", others + 1)
                .update();
        audit.record(by, "timeOutRule.created", subject(id), Map.of(), auditFields(id));
        return new Done();
    }

    /// Changes a rule, if it still has this revision.
    @Transactional
    public TimeOutRuleChange change(
            TimeOutRuleId id, int revision, TimeOutRuleDraft draft, UserId by) {
        lock();
        var held = byId(id).orElse(null);
        if (held == null) {
            return new Gone();
        }
        if (held.revision() != revision) {
            return new Conflict(held);
        }
        var before = auditFields(id);
        save(UPDATE, id, draft, by).update();
        audit.record(by, "timeOutRule.changed", subject(id), before, auditFields(id));
        return new Done();
    }

    /// Moves a rule by one place, if it is still at this one.
    ///
    /// @param up whether towards the first; nothing happens when it is the first already, or the
    ///   last
    @Transactional
    public TimeOutRuleChange move(TimeOutRuleId id, int place, boolean up, UserId by) {
        lock();
        var held = byId(id).orElse(null);
        if (held == null) {
            return new Gone();
        }
        if (held.place() != place) {
            return new Conflict(held);
        }
        var other = up ? place - 1 : place + 1;
        if (other < 1 || other > of(held.workstream()).size()) {
            return new Done();
        }
        var before = auditFields(id);
        jdbc.sql(SWAP)
                .param("workstream", held.workstream().value())
                .param("one", place)
                .param("other", other)
                .update();
        audit.record(by, "timeOutRule.moved", subject(id), before, auditFields(id));
        return new Done();
    }

    /// Deletes a rule, if it still has this revision.
    @Transactional
    public TimeOutRuleChange delete(TimeOutRuleId id, int revision, UserId by) {
        lock();
        var held = byId(id).orElse(null);
        if (held == null) {
            return new Gone();
        }
        if (held.revision() != revision) {
            return new Conflict(held);
        }
        var before = auditFields(id);
        jdbc.sql("delete from time_out_rule where id = :id").param("id", id.value()).update();
        jdbc.sql(CLOSE_GAP)
                .param("workstream", held.workstream().value())
                .param("place", held.place())
                .update();
        audit.record(by, "timeOutRule.deleted", subject(id), before, Map.of());
        return new Done();
    }

    /// Gives a workstream the same rules as another.
    @Transactional
    public void copy(WorkstreamId from, WorkstreamId to, UserId by) {
        of(from).forEach(rule -> create(to, rule.content(), by));
    }

    /// Locks the rules and their order, until this transaction ends.
    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.time_out_rule'))")
                .query((_, _) -> 1)
                .single();
    }

    private JdbcClient.StatementSpec save(
            String sql, TimeOutRuleId id, TimeOutRuleDraft draft, UserId by) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .params(TimeOutRows.columns(draft))
                .param("now", utc(clock.instant()))
                .param("by", by.value());
    }

    private static String subject(TimeOutRuleId id) {
        return "timeOutRule/" + id;
    }

    private Map<String, Object> auditFields(TimeOutRuleId id) {
        var rule = byId(id).orElseThrow();
        var content = rule.content();
        return Map.of(
                "name", workstreams.byId(rule.workstream()).map(Workstream::name).orElse(""),
                "timeOutPlace", rule.place(),
                "timeOutSilent", content.silent().name(),
                "timeOutAfter", content.after().toString(),
                "timeOutAction", content.action().name(),
                "timeOutEnglish", content.english(),
                "timeOutChinese", content.chinese());
    }
}
