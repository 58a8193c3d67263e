package dev.parley.workstream.notification;

import static dev.parley.platform.Columns.utc;

import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import dev.parley.workstream.notification.NotificationTemplateChange.Conflict;
import dev.parley.workstream.notification.NotificationTemplateChange.Done;
import dev.parley.workstream.notification.NotificationTemplateChange.Gone;
import dev.parley.workstream.notification.NotificationTemplateChange.InUse;
import dev.parley.workstream.notification.NotificationTemplateChange.NameTaken;
import dev.parley.workstream.notification.NotificationTemplateChange.TooMany;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All notification templates, in PostgreSQL. Which one applies to a conversation is in
/// [NotificationChoices].
@Repository
public class NotificationTemplates {
    /// How many there can be.
    public static final int MOST = 100;

    private static final PagedList LISTED =
            new PagedList(
                    """
                    select t.*, (select count(*) from workstream_notification c
                                  where c.template_id = t.id) as uses
                      from notification_template t
                     where strpos(lower(t.name), lower(:search)) > 0
                    """,
                    Map.of(
                            "name", "occasion, not is_default, lower(name)",
                            "countdown", "countdown_seconds",
                            "uses", "uses",
                            "created", "created_at",
                            "changed", "changed_at"),
                    "name");

    private static final String BY_ID = "select * from notification_template where id = :id";

    private static final String INSERT =
            """
            insert into notification_template (
                id, occasion, name, countdown_seconds, fields, accept_english, accept_chinese,
                decline_english, decline_chinese, may_decline, desktop, sound, auto_assign,
                created_at, created_by, changed_at, changed_by)
            values (:id, :occasion, :name, :countdown, :fields, :acceptEnglish, :acceptChinese,
                    :declineEnglish, :declineChinese, :mayDecline, :desktop, :sound, :autoAssign,
                    :now, :by, :now, :by)
            """;

    private static final String UPDATE =
            """
            update notification_template
               set name = :name, countdown_seconds = :countdown, fields = :fields,
                   accept_english = :acceptEnglish, accept_chinese = :acceptChinese,
                   decline_english = :declineEnglish, decline_chinese = :declineChinese,
                   may_decline = :mayDecline, desktop = :desktop, sound = :sound,
                   auto_assign = :autoAssign, changed_at = :now, changed_by = :by,
                   revision = revision + 1
             where id = :id
            """;

    private static final String NAME_IS_TAKEN =
            """
            select exists (select 1 from notification_template
                            where occasion = :occasion and lower(name) = lower(:name)
                              and id <> :except)
            """;

    private static final String USED_BY =
            """
            select w.name from workstream_notification c join workstream w on w.id = c.workstream_id
             where c.template_id = :id
             order by lower(w.name)
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    NotificationTemplates(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return this page of the templates}
    public PagedRows<NotificationTemplate> list(PageRequest wanted) {
        return LISTED.part(jdbc, wanted, (row, _) -> NotificationTemplateRows.template(row));
    }

    /// {@return all of this occasion, the default first}
    public List<NotificationTemplate> of(NotificationOccasion occasion) {
        return jdbc.sql(
                        """
                        select * from notification_template where occasion = :occasion
                         order by not is_default, lower(name)
                        """)
                .param("occasion", occasion.name())
                .query((row, _) -> NotificationTemplateRows.template(row))
                .list();
    }

    /// {@return all templates}
    public List<NotificationTemplate> all() {
        return jdbc.sql("select * from notification_template order by occasion, lower(name)")
                .query((row, _) -> NotificationTemplateRows.template(row))
                .list();
    }

    public Optional<NotificationTemplate> byId(NotificationTemplateId id) {
        return read(BY_ID, id);
    }

    /// {@return the names of the workstreams that chose this template}
    public List<String> usedBy(NotificationTemplateId id) {
        return jdbc.sql(USED_BY).param("id", id.value()).query((row, _) -> row.getString(1)).list();
    }

    /// Creates a template.
    ///
    /// @param name of 1 to 100 characters
    @Transactional
    public NotificationTemplateChange create(
            NotificationOccasion occasion, String name, NotificationContent content, UserId by) {
        lock();
        var id = new NotificationTemplateId(Ids.next());
        if (nameIsTaken(id, occasion, name)) {
            return new NameTaken();
        }
        if (count() >= MOST) {
            return new TooMany();
        }
        save(INSERT, id, name, content, by).param("occasion", occasion.name()).update();
        record(by, "notificationTemplate.created", id, Map.of(), auditFields(id));
        return new Done(id);
    }

    /// Changes a template, if it still has this revision. The name of a default is ignored.
    @Transactional
    public NotificationTemplateChange change(
            NotificationTemplateId id,
            int revision,
            String name,
            NotificationContent content,
            UserId by) {
        lock();
        var held = read(BY_ID, id);
        if (held.isEmpty()) {
            return new Gone();
        }
        var template = held.get();
        if (template.revision() != revision) {
            return new Conflict(template);
        }
        var newName = template.isDefault() ? "" : name;
        if (!template.isDefault() && nameIsTaken(id, template.occasion(), name)) {
            return new NameTaken();
        }
        var before = auditFields(id);
        save(UPDATE, id, newName, content, by).update();
        record(by, "notificationTemplate.changed", id, before, auditFields(id));
        return new Done(id);
    }

    /// Deletes a template that no workstream uses. A default cannot be deleted.
    @Transactional
    public NotificationTemplateChange delete(NotificationTemplateId id, UserId by) {
        lock();
        var held = read(BY_ID, id);
        if (held.isEmpty()) {
            return new Gone();
        }
        var workstreams = usedBy(id);
        if (held.get().isDefault() || !workstreams.isEmpty()) {
            return new InUse(workstreams);
        }
        var before = auditFields(id);
        jdbc.sql("delete from notification_template where id = :id")
                .param("id", id.value())
                .update();
        record(by, "notificationTemplate.deleted", id, before, Map.of());
        return new Done(id);
    }

    /// Locks templates and what workstreams choose, until this transaction ends.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.notification_template'))")
                .query((_, _) -> 1)
                .single();
    }

    private void record(
            UserId by,
            String action,
            NotificationTemplateId id,
            Map<String, Object> before,
            Map<String, Object> after) {
        audit.record(by, action, "notificationTemplate/" + id, before, after);
    }

    private Map<String, Object> auditFields(NotificationTemplateId id) {
        var template = read(BY_ID, id).orElseThrow();
        var fields = new HashMap<>(NotificationTemplateRows.columns(template.content()));
        fields.put("countdown", template.content().countdown().toString());
        fields.put("shownFields", template.content().fields());
        fields.remove("fields");
        fields.put("occasion", template.occasion());
        fields.put("name", template.name());
        return fields;
    }

    private boolean nameIsTaken(
            NotificationTemplateId except, NotificationOccasion occasion, String name) {
        return jdbc.sql(NAME_IS_TAKEN)
                .param("occasion", occasion.name())
                .param("name", name)
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    private int count() {
        return jdbc.sql("select count(*) from notification_template").query(Integer.class).single();
    }

    private Optional<NotificationTemplate> read(String sql, NotificationTemplateId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, _) -> NotificationTemplateRows.template(row))
                .optional();
    }

    private JdbcClient.StatementSpec save(
            String sql,
            NotificationTemplateId id,
            String name,
            NotificationContent content,
            UserId by) {
        return jdbc.sql(sql)
                .params(NotificationTemplateRows.columns(content))
                .param("id", id.value())
                .param("name", name)
                .param("now", utc(clock.instant()))
                .param("by", by.value());
    }
}
