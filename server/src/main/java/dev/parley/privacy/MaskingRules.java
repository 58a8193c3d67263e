package dev.parley.privacy;

import static dev.parley.platform.Columns.utc;

import dev.parley.identity.Audit;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.platform.StorableText;
import dev.parley.privacy.MaskingChange.Conflict;
import dev.parley.privacy.MaskingChange.Done;
import dev.parley.privacy.MaskingChange.Flawed;
import dev.parley.privacy.MaskingChange.Gone;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The masking rules, for administrators, who alone may see and change them. Every change is in the
/// audit log.
@Repository
public class MaskingRules {
    public static final int MOST = 10;

    private static final String ALL =
            "select * from masking_rule order by kind = 'EXPRESSION', created_at, id";

    private static final String BY_ID = "select * from masking_rule where id = :id";

    private static final String INSERT =
            """
            insert into masking_rule (id, kind, name, expression, customer, agent, active, created_at,
                                      created_by, changed_at, changed_by)
            values (:id, 'EXPRESSION', :name, :expression, :customer, :agent, :active, :now, :by, :now,
                    :by)
            """;

    private static final String UPDATE =
            """
            update masking_rule
               set name = :name, expression = :expression, customer = :customer, agent = :agent,
                   active = :active, changed_at = :now, changed_by = :by, revision = revision + 1
             where id = :id
            """;

    private static final String DELETE =
            "delete from masking_rule where id = :id and kind = 'EXPRESSION'";

    private static final String NAME_IS_TAKEN =
            """
            select exists (select 1 from masking_rule
                            where kind = 'EXPRESSION' and lower(name) = lower(:name) and id <> :except)
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    MaskingRules(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return the built-in rules, then the others from the oldest on}
    public List<MaskingRule> all(SignedIn me) {
        mustAdminister(me);
        return jdbc.sql(ALL).query((row, _) -> MaskingRows.rule(row)).list();
    }

    public Optional<MaskingRule> byId(SignedIn me, MaskingRuleId id) {
        mustAdminister(me);
        return read(BY_ID, id);
    }

    /// Creates a rule with an expression.
    @Transactional
    public MaskingChange create(SignedIn me, MaskingDraft typed) {
        mustAdminister(me);
        countChange();
        var draft = storable(typed);
        var id = new MaskingRuleId(Ids.next());
        var flaws = new ArrayList<>(flaws(MaskedKind.EXPRESSION, id, draft));
        if (flaws.isEmpty() && count() >= MOST) {
            flaws.add(new MaskingFlaw.TooManyRules());
        }
        if (!flaws.isEmpty()) {
            return new Flawed(flaws);
        }
        save(INSERT, id, draft, me);
        record(me, "created", id, Map.of(), fields(MaskedKind.EXPRESSION, draft));
        return new Done(id);
    }

    /// Changes a rule, if it still has this revision. A built-in one keeps its name and what it
    /// looks for.
    @Transactional
    public MaskingChange change(SignedIn me, MaskingRuleId id, int revision, MaskingDraft typed) {
        mustAdminister(me);
        countChange();
        var held = read(BY_ID + " for update", id).orElse(null);
        if (held == null) {
            return new Gone();
        }
        if (held.revision() != revision) {
            return new Conflict(held);
        }
        var kind = held.kind();
        var draft = kind.isBuiltIn() ? builtIn(typed) : storable(typed);
        var flaws = flaws(kind, id, draft);
        if (!flaws.isEmpty()) {
            return new Flawed(flaws);
        }
        save(UPDATE, id, draft, me);
        record(me, "changed", id, fields(kind, held.content()), fields(kind, draft));
        return new Done(id);
    }

    /// Deletes a rule; does nothing if it is deleted already, or built in.
    @Transactional
    public void delete(SignedIn me, MaskingRuleId id) {
        mustAdminister(me);
        countChange();
        var held = read(BY_ID + " for update", id);
        if (jdbc.sql(DELETE).param("id", id.value()).update() == 1) {
            held.ifPresent(rule ->
                    record(me, "deleted", id, fields(rule.kind(), rule.content()), Map.of()));
        }
    }

    /// {@return what a rule with this expression would mask in a text; the flaws of the expression
    /// if it has any}
    public MaskingTrial tryOut(SignedIn me, String expression, String text) {
        mustAdminister(me);
        var flaws = MaskingFlaws.ofExpression(expression);
        return flaws.isEmpty()
                ? new MaskingTrial.Masked(
                        MaskedText.of(text, List.of(ExpressionMask.of(expression))))
                : new MaskingTrial.Flawed(flaws);
    }

    private static MaskingDraft storable(MaskingDraft typed) {
        return new MaskingDraft(
                StorableText.clean(typed.name()),
                StorableText.clean(typed.expression()),
                typed.customer(),
                typed.agent(),
                typed.active());
    }

    private static MaskingDraft builtIn(MaskingDraft typed) {
        return new MaskingDraft("", "", typed.customer(), typed.agent(), typed.active());
    }

    private List<MaskingFlaw> flaws(MaskedKind kind, MaskingRuleId id, MaskingDraft draft) {
        return MaskingFlaws.of(kind, draft, () -> isTaken(id, draft.name()));
    }

    private boolean isTaken(MaskingRuleId id, String name) {
        return jdbc.sql(NAME_IS_TAKEN)
                .param("name", name)
                .param("except", id.value())
                .query(Boolean.class)
                .single();
    }

    /// Also lets only one change happen at a time, so that the number of rules is right.
    private void countChange() {
        jdbc.sql("update masking_state set changes = changes + 1").update();
    }

    private int count() {
        return jdbc.sql("select count(*) from masking_rule").query(Integer.class).single();
    }

    private Optional<MaskingRule> read(String sql, MaskingRuleId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, _) -> MaskingRows.rule(row))
                .optional();
    }

    private void save(String sql, MaskingRuleId id, MaskingDraft draft, SignedIn me) {
        jdbc.sql(sql)
                .param("id", id.value())
                .param("name", draft.name())
                .param("expression", draft.expression())
                .param("customer", draft.customer())
                .param("agent", draft.agent())
                .param("active", draft.active())
                .param("now", utc(clock.instant()))
                .param("by", me.userId().value())
                .update();
    }

    private void record(
            SignedIn me,
            String what,
            MaskingRuleId id,
            Map<String, ?> before,
            Map<String, ?> after) {
        audit.record(me.userId(), "maskingRule." + what, "maskingRule/" + id, before, after);
    }

    private static Map<String, Object> fields(MaskedKind kind, MaskingDraft draft) {
        return Map.of(
                "name", draft.name(),
                "masks", kind.name(),
                "expression", draft.expression(),
                "maskCustomer", draft.customer(),
                "maskAgent", draft.agent(),
                "active", draft.active());
    }

    private static void mustAdminister(SignedIn me) {
        if (!me.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException(
                    "User " + me.userId() + " may not see or change masking rules");
        }
    }
}
