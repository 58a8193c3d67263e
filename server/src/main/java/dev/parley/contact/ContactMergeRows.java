package dev.parley.contact;

import static dev.parley.platform.Columns.instant;
import static dev.parley.platform.Columns.utc;

import dev.parley.contact.field.ContactFields;
import dev.parley.contact.field.FieldInput;
import dev.parley.contact.field.FieldValues;
import dev.parley.contact.field.StoredFieldValues;
import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What is remembered of merges, in PostgreSQL.
@Repository
class ContactMergeRows {
    private final JdbcClient jdbc;
    private final ContactFields fields;
    private final StoredFieldValues fieldValues;

    ContactMergeRows(JdbcClient jdbc, ContactFields fields, StoredFieldValues fieldValues) {
        this.jdbc = jdbc;
        this.fields = fields;
        this.fieldValues = fieldValues;
    }

    /// {@return this contact, or the one that it was merged into; empty if it was deleted}
    Optional<ContactId> now(ContactId id) {
        return jdbc.sql(ContactMergeSql.NOW)
                .param("id", id.value())
                .query((row, _) -> Optional.ofNullable(row.getObject("id", UUID.class)))
                .single()
                .map(ContactId::new);
    }

    boolean isMerged(ContactId other, ContactId kept) {
        return jdbc.sql(ContactMergeSql.IS_MERGED)
                .param("other", other.value())
                .param("kept", kept.value())
                .query(Boolean.class)
                .single();
    }

    /// {@return which of the two have a name that was copied from a profile}
    Set<ContactId> withCopiedName(MergePlan plan) {
        return jdbc
                .sql(ContactMergeSql.COPIED_NAMES)
                .param("kept", plan.kept().id().value())
                .param("other", plan.other().id().value())
                .query((row, _) -> new ContactId(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void merge(MergePlan plan, MergeChoices choices, UserId by, Instant now) {
        of(ContactMergeSql.REMEMBER, plan, by, now).update();
        of(ContactMergeSql.MOVE_LINKS, plan, by, now).update();
        of(ContactMergeSql.MOVE_CONVERSATIONS, plan, by, now).update();
        of(ContactMergeSql.MOVE_PEOPLE, plan, by, now).update();
        fieldValues
                .write(
                        of(ContactMergeSql.SAVE, plan, by, now),
                        plan.kept().kind(),
                        plan.fields(choices))
                .param("otherName", choices.otherName())
                .param("otherCompany", choices.otherCompany())
                .param("emails", array(plan.emails()))
                .param("phones", array(plan.phones()))
                .param("phoneKeys", array(ContactKeys.ofPhones(plan.phones())))
                .param("tags", array(plan.tags()))
                .param("notes", plan.notes())
                .update();
        of(ContactMergeSql.REMEMBER_RESULT, plan, by, now).update();
        jdbc.sql("delete from contact where id = :id")
                .param("id", plan.other().id().value())
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, MergePlan plan, UserId by, Instant now) {
        return jdbc.sql(sql)
                .param("kept", plan.kept().id().value())
                .param("other", plan.other().id().value())
                .param("by", by.value())
                .param("now", utc(now));
    }

    /// {@return the last merge into this contact after that time}
    Optional<Last> last(ContactId kept, Instant after) {
        return jdbc.sql(ContactMergeSql.LAST)
                .param("kept", kept.value())
                .param("after", utc(after))
                .query((row, _) ->
                        new Last(
                                new ContactId(row.getObject("other_id", UUID.class)),
                                row.getString("other_name"),
                                row.getLong("other_number"),
                                instant(row, "merged_at"),
                                new UserId(row.getObject("merged_by", UUID.class))))
                .optional();
    }

    /// {@return the merged contact as it was; empty if that is forgotten}
    Optional<Contact> before(ContactId other) {
        return remembered(other).stream().skip(2).findFirst();
    }

    MergeUndo undoing(Last merge, Contact now) {
        var states = remembered(merge.other());
        return new MergeUndo(states.get(0), states.get(1), now, states.get(2));
    }

    private List<Contact> remembered(ContactId other) {
        return jdbc.sql(ContactMergeSql.REMEMBERED)
                .param("other", other.value())
                .query(ContactRows::read)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void undo(ContactId other, MergeUndo undo, UserId by, Instant now) {
        written(undoing(ContactMergeSql.RESTORE_KEPT, other, by, now), undo.now(), undo.fields())
                .param("name", undo.restoresName())
                .param("company", undo.restoresCompany())
                .param("emails", array(undo.emails()))
                .param("phones", array(undo.phones()))
                .param("phoneKeys", array(ContactKeys.ofPhones(undo.phones())))
                .param("tags", array(undo.tags()))
                .param("notes", undo.notes())
                .update();
        written(
                        undoing(ContactMergeSql.RESTORE_OTHER, other, by, now),
                        undo.other(),
                        undo.other().fields())
                .update();
        ContactMergeSql.RESTORE.forEach(sql -> undoing(sql, other, by, now).update());
    }

    /// The company may have removed a field, or an option, since the merge.
    private JdbcClient.StatementSpec written(
            JdbcClient.StatementSpec statement, Contact contact, FieldValues remembered) {
        var valid = FieldInput.of(remembered).values(fields.of(contact.kind()));
        return fieldValues.write(statement, contact.kind(), valid);
    }

    private JdbcClient.StatementSpec undoing(String sql, ContactId other, UserId by, Instant now) {
        return jdbc.sql(sql)
                .param("other", other.value())
                .param("by", by.value())
                .param("now", utc(now));
    }

    /// {@return whether any were before then}
    boolean forget(Instant before) {
        return jdbc.sql(ContactMergeSql.FORGET_OLD).param("before", utc(before)).update() > 0;
    }

    /// In the order of their ids, or two who merge in opposite directions would wait for each
    /// other.
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(ContactId one, ContactId other) {
        jdbc.sql("select id from contact where id in (:one, :other) order by id for update")
                .param("one", one.value())
                .param("other", other.value())
                .query((_, _) -> 1)
                .list();
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }

    /// @param name null if it was erased
    record Last(ContactId other, @Nullable String name, long number, Instant at, UserId by) {}
}
