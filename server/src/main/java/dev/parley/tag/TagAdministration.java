package dev.parley.tag;

import static dev.parley.platform.Columns.instantOrNull;
import static dev.parley.platform.Columns.utc;

import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What administrators do with tags. Changing or deleting a tag locks it, and so does adding it to
/// a conversation: a tag that is being deleted is not added.
@Repository
public class TagAdministration {
    private static final String RENAME =
            """
            update tag
               set name = :name, name_key = :key, changed_at = :now, changed_by = :by,
                   revision = revision + 1
             where id = :id
            """;

    private static final String CHANGE_SETTING =
            """
            update tag_setting
               set agents_create = :agentsCreate, changed_at = :now, changed_by = :by,
                   revision = revision + 1
             where revision = :revision
            """;

    private final JdbcClient jdbc;
    private final Tags tags;
    private final TagUses uses;
    private final TagRecords records;
    private final Clock clock;

    TagAdministration(JdbcClient jdbc, Tags tags, TagUses uses, TagRecords records, Clock clock) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.uses = uses;
        this.records = records;
        this.clock = clock;
    }

    /// Creates a tag.
    @Transactional
    public TagChange create(String typed, SignedIn me) {
        mustBeAdministrator(me);
        var name = TagName.of(typed);
        if (name.isEmpty()) {
            return new TagChange.NotValid();
        }
        var change = tags.create(name.get(), me.userId());
        if (change instanceof TagChange.Done(var tag)) {
            records.created(me.userId(), tag);
        }
        return change;
    }

    /// Renames the tag, if it still has this revision.
    @Transactional
    public TagChange rename(TagId id, int revision, String typed, SignedIn me) {
        mustBeAdministrator(me);
        var name = TagName.of(typed);
        if (name.isEmpty()) {
            return new TagChange.NotValid();
        }
        tags.lockNames();
        var held = lock(id);
        if (held == null) {
            return new TagChange.Gone();
        }
        if (held.revision() != revision) {
            return new TagChange.Conflict(held);
        }
        var other = tags.byName(name.get()).filter(one -> !one.id().equals(id));
        if (other.isPresent()) {
            return new TagChange.NameTaken(other.get());
        }
        jdbc.sql(RENAME)
                .param("id", id.value())
                .param("name", name.get().text())
                .param("key", name.get().key())
                .param("now", utc(clock.instant()))
                .param("by", me.userId().value())
                .update();
        var renamed = tags.byId(id).orElseThrow();
        records.renamed(me.userId(), held, renamed);
        return new TagChange.Done(renamed);
    }

    /// Merges the tag into another, if it still has this revision: what has it has the other one
    /// instead, and so do saved views.
    @Transactional
    public TagChange merge(TagId id, int revision, TagId into, SignedIn me) {
        mustBeAdministrator(me);
        tags.lockNames();
        var held = lock(id);
        var other = lock(into);
        if (held == null || other == null || id.equals(into)) {
            return new TagChange.Gone();
        }
        if (held.revision() != revision) {
            return new TagChange.Conflict(held);
        }
        uses.replace(id, into);
        jdbc.sql("update merged_tag set tag_id = :into where tag_id = :id")
                .param("id", id.value())
                .param("into", into.value())
                .update();
        jdbc.sql("delete from tag where id = :id").param("id", id.value()).update();
        jdbc.sql("insert into merged_tag (id, tag_id) values (:id, :into)")
                .param("id", id.value())
                .param("into", into.value())
                .update();
        records.merged(me.userId(), held, other);
        return new TagChange.Done(other);
    }

    /// Deletes the tag, and removes it from all conversations. Idempotent.
    @Transactional
    public void delete(TagId id, SignedIn me) {
        mustBeAdministrator(me);
        tags.lockNames();
        var held = lock(id);
        if (held != null) {
            uses.remove(id);
            jdbc.sql("delete from tag where id = :id").param("id", id.value()).update();
            records.deleted(me.userId(), held);
        }
    }

    public TagSetting setting() {
        return jdbc.sql("select agents_create, changed_at, changed_by, revision from tag_setting")
                .query((row, _) -> settingFromRow(row))
                .single();
    }

    /// Changes the setting, if it still has this revision. {@return whether it had}
    @Transactional
    public boolean change(boolean agentsCreate, int revision, SignedIn me) {
        mustBeAdministrator(me);
        var before = setting().agentsCreate();
        var changed =
                jdbc.sql(CHANGE_SETTING)
                                .param("agentsCreate", agentsCreate)
                                .param("now", utc(clock.instant()))
                                .param("by", me.userId().value())
                                .param("revision", revision)
                                .update()
                        == 1;
        if (changed && before != agentsCreate) {
            records.settingChanged(me.userId(), before, agentsCreate);
        }
        return changed;
    }

    /// {@return null if it does not exist}
    private @Nullable Tag lock(TagId id) {
        return jdbc.sql("select * from tag where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> Tags.fromRow(row))
                .optional()
                .orElse(null);
    }

    private static void mustBeAdministrator(SignedIn me) {
        if (!me.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("User " + me.userId() + " may not administer tags");
        }
    }

    private static TagSetting settingFromRow(ResultSet row) throws SQLException {
        var by = row.getObject("changed_by", UUID.class);
        return new TagSetting(
                row.getBoolean("agents_create"),
                instantOrNull(row, "changed_at"),
                by == null ? null : new UserId(by),
                row.getInt("revision"));
    }
}
