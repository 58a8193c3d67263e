package dev.parley.workstream.notification;

import static dev.parley.platform.Columns.utc;

import dev.parley.identity.Audit;
import dev.parley.identity.UserId;
import dev.parley.workstream.WorkstreamId;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which notification templates each workstream uses, in PostgreSQL: those that were chosen for it,
/// otherwise the defaults. A change applies from the next offer on.
@Repository
public class NotificationChoices {
    private static final String OF_WORKSTREAM =
            """
            select t.*
              from notification_template t
              left join workstream_notification c
                on c.template_id = t.id and c.workstream_id = :workstream
             where (:occasion::text is null or t.occasion = :occasion)
               and (c.template_id is not null
                    or t.is_default and not exists (
                           select 1 from workstream_notification other
                            where other.workstream_id = :workstream
                              and other.occasion = t.occasion))
            """;

    private static final String HOLD =
            """
            update workstream
               set changed_at = :now, changed_by = :by, revision = revision + 1
             where id = :workstream and revision = :revision
            """;

    private static final String CHOOSE =
            """
            insert into workstream_notification (workstream_id, occasion, template_id)
            select :workstream, occasion, id from notification_template
             where id = :template and occasion = :occasion and not is_default
            """;

    private static final String COPY =
            """
            insert into workstream_notification (workstream_id, occasion, template_id)
            select :to, occasion, template_id from workstream_notification
             where workstream_id = :from
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final NotificationTemplates templates;
    private final Audit audit;
    private final Clock clock;

    NotificationChoices(
            JdbcClient jdbc, NotificationTemplates templates, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return the template that this workstream uses on this occasion}
    public NotificationTemplate of(WorkstreamId workstream, NotificationOccasion occasion) {
        return jdbc.sql(OF_WORKSTREAM)
                .param("workstream", workstream.value())
                .param("occasion", occasion.name())
                .query((row, _) -> NotificationTemplateRows.template(row))
                .single();
    }

    /// {@return the template that this workstream uses on each occasion}
    public Map<NotificationOccasion, NotificationTemplate> of(WorkstreamId workstream) {
        var all =
                new EnumMap<NotificationOccasion, NotificationTemplate>(NotificationOccasion.class);
        jdbc.sql(OF_WORKSTREAM)
                .param("workstream", workstream.value())
                .param("occasion", null)
                .query((row, _) -> NotificationTemplateRows.template(row))
                .list()
                .forEach(template -> all.put(template.occasion(), template));
        return all;
    }

    /// Saves which templates this workstream uses, if it still has this revision. {@return whether
    /// it had} A template that was deleted in the meantime is replaced by the default.
    @Transactional
    public boolean choose(
            WorkstreamId workstream,
            int revision,
            Map<NotificationOccasion, NotificationTemplateId> chosen,
            UserId by) {
        templates.lock();
        if (!hold(workstream, revision, by)) {
            return false;
        }
        var before = auditFields(workstream);
        jdbc.sql("delete from workstream_notification where workstream_id = :workstream")
                .param("workstream", workstream.value())
                .update();
        chosen.forEach((occasion, template) ->
                jdbc.sql(CHOOSE)
                        .param("workstream", workstream.value())
                        .param("occasion", occasion.name())
                        .param("template", template.value())
                        .update());
        audit.record(
                by,
                "workstream.changed",
                "workstream/" + workstream,
                before,
                auditFields(workstream));
        return true;
    }

    /// Makes a workstream use the same templates as another.
    @Transactional
    public void copy(WorkstreamId from, WorkstreamId to) {
        jdbc.sql(COPY).param("from", from.value()).param("to", to.value()).update();
    }

    private boolean hold(WorkstreamId workstream, int revision, UserId by) {
        return jdbc.sql(HOLD)
                        .param("workstream", workstream.value())
                        .param("revision", revision)
                        .param("now", utc(clock.instant()))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    private Map<String, Object> auditFields(WorkstreamId workstream) {
        var names =
                of(workstream).values().stream()
                        .filter(template -> !template.isDefault())
                        .collect(
                                Collectors.toMap(
                                        template -> template.occasion().name(),
                                        NotificationTemplate::name));
        return Map.of(
                "name",
                jdbc.sql("select name from workstream where id = :id")
                        .param("id", workstream.value())
                        .query(String.class)
                        .single(),
                "notificationTemplates",
                names.values().stream().sorted().toList());
    }
}
