package dev.parley.contact.field;

import static dev.parley.platform.Columns.utc;

import dev.parley.contact.field.ContactFieldChange.Conflict;
import dev.parley.contact.field.ContactFieldChange.Done;
import dev.parley.contact.field.ContactFieldChange.Flawed;
import dev.parley.contact.field.ContactFieldChange.Gone;
import dev.parley.contact.field.ContactFieldChange.OptionsUsed;
import dev.parley.contact.field.ContactFieldChange.TypeFixed;
import dev.parley.contact.field.ContactFieldDraft.Part;
import dev.parley.identity.Audit;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Creates, changes, orders and deletes the fields of contacts and companies. Only administrators
/// may.
@Repository
public class FieldAdministration {
    private static final String INSERT =
            """
            insert into contact_field (id, kind, key, english_name, chinese_name, english_help,
                                       chinese_help, type, required, at_desk, options, position,
                                       created_at, created_by, changed_at, changed_by)
            select :id, :kind, :key, :english, :chinese, :englishHelp, :chineseHelp, :type,
                   :required, :atDesk, :options::jsonb, coalesce(max(position), 0) + 1,
                   :now, :by, :now, :by
              from contact_field where kind = :kind
            """;

    private static final String UPDATE =
            """
            update contact_field
               set english_name = :english, chinese_name = :chinese,
                   english_help = :englishHelp, chinese_help = :chineseHelp, type = :type,
                   required = :required, at_desk = :atDesk, options = :options::jsonb,
                   changed_at = :now, changed_by = :by, revision = revision + 1
             where id = :id and kind = :kind and key = :key
            """;

    private static final String ORDER =
            """
            update contact_field
               set position = place
              from unnest(:ids::uuid[]) with ordinality as given (field, place)
             where id = field
            """;

    private final JdbcClient jdbc;
    private final ContactFields fields;
    private final StoredFieldValues values;
    private final Audit audit;
    private final Clock clock;

    FieldAdministration(
            JdbcClient jdbc,
            ContactFields fields,
            StoredFieldValues values,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.fields = fields;
        this.values = values;
        this.audit = audit;
        this.clock = clock;
    }

    /// Creates a field, as the last of its kind.
    @Transactional
    public ContactFieldChange create(ContactFieldDraft draft, SignedIn me) {
        mustManage(me);
        lock();
        var id = new ContactFieldId(Ids.next());
        var others = fields.of(draft.kind());
        var flaws = flaws(draft, others);
        if (others.size() >= ContactFields.MOST) {
            flaws.put(Part.FORM, DefinitionFlaw.TOO_MANY_FIELDS);
        }
        if (!flaws.isEmpty()) {
            return new Flawed(flaws);
        }
        var saved = withIds(draft, List.of());
        save(INSERT, id, saved, me);
        record(me, "contactField.created", id, Map.of(), auditFields(saved));
        return new Done(id);
    }

    /// Changes a field, if it still has this revision. Its kind and its key stay.
    ///
    /// @param removesValues whether contacts lose a value whose option is removed
    @Transactional
    public ContactFieldChange change(
            ContactFieldId id,
            int revision,
            ContactFieldDraft draft,
            boolean removesValues,
            SignedIn me) {
        mustManage(me);
        lock();
        var held = fields.byId(id).orElse(null);
        if (held == null) {
            return new Gone();
        }
        return held.revision() == revision
                ? change(held, draft, removesValues, me)
                : new Conflict(held);
    }

    private ContactFieldChange change(
            ContactField held, ContactFieldDraft draft, boolean removesValues, SignedIn me) {
        var kind = held.content().kind();
        var others = fields.of(kind).stream().filter(one -> !one.id().equals(held.id())).toList();
        var saved = withIds(draft, held.content().options());
        var flaws = flaws(saved, others);
        if (!flaws.isEmpty()) {
            return new Flawed(flaws);
        }
        var refusal = refusal(held, saved, removesValues);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        values.remove(held, removedOptions(held, saved));
        save(UPDATE, held.id(), saved, me);
        record(
                me,
                "contactField.changed",
                held.id(),
                auditFields(held.content()),
                auditFields(saved));
        return new Done(held.id());
    }

    /// Deletes a field with all of its values.
    @Transactional
    public ContactFieldChange delete(ContactFieldId id, SignedIn me) {
        mustManage(me);
        lock();
        var held = fields.byId(id).orElse(null);
        if (held == null) {
            return new Gone();
        }
        values.remove(held);
        jdbc.sql("delete from contact_field where id = :id").param("id", id.value()).update();
        record(me, "contactField.deleted", id, auditFields(held.content()), Map.of());
        return new Done(id);
    }

    /// Moves a field by one place. At its end of the order it stays.
    @Transactional
    public ContactFieldChange move(ContactFieldId id, boolean up, SignedIn me) {
        mustManage(me);
        lock();
        var held = fields.byId(id).orElse(null);
        if (held == null) {
            return new Gone();
        }
        var order = new ArrayList<>(fields.of(held.content().kind()));
        var place = order.indexOf(held);
        var other = up ? place - 1 : place + 1;
        if (other >= 0 && other < order.size()) {
            Collections.swap(order, place, other);
            jdbc.sql(ORDER)
                    .param("ids", order.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                    .update();
            record(
                    me,
                    "contactField.moved",
                    id,
                    Map.of(),
                    Map.of("name", held.content().english()));
        }
        return new Done(id);
    }

    private Optional<ContactFieldChange> refusal(
            ContactField held, ContactFieldDraft draft, boolean removesValues) {
        if (held.type() != draft.type()) {
            var contacts = values.count(held);
            return contacts == 0 ? Optional.empty() : Optional.of(new TypeFixed(contacts));
        }
        var removed = removedOptions(held, draft);
        var contacts = removed.isEmpty() || removesValues ? 0 : values.count(held, removed);
        return contacts == 0 ? Optional.empty() : Optional.of(new OptionsUsed(contacts));
    }

    private static List<String> removedOptions(ContactField held, ContactFieldDraft draft) {
        var kept = draft.options().stream().map(FieldOption::id).toList();
        return held.content().options().stream()
                .map(FieldOption::id)
                .filter(option -> !kept.contains(option))
                .toList();
    }

    private static Map<Part, DefinitionFlaw> flaws(
            ContactFieldDraft draft, List<ContactField> others) {
        var flaws = new EnumMap<Part, DefinitionFlaw>(Part.class);
        flaws.putAll(draft.flaws());
        for (var other : others) {
            var content = other.content();
            if (content.english().equalsIgnoreCase(draft.english())) {
                flaws.putIfAbsent(Part.ENGLISH, DefinitionFlaw.NAME_TAKEN);
            }
            if (content.chinese().equalsIgnoreCase(draft.chinese())) {
                flaws.putIfAbsent(Part.CHINESE, DefinitionFlaw.NAME_TAKEN);
            }
            if (content.key().equals(draft.key())) {
                flaws.putIfAbsent(Part.KEY, DefinitionFlaw.KEY_TAKEN);
            }
        }
        return flaws;
    }

    /// {@return the draft, with new ids for options that are not among these}
    private static ContactFieldDraft withIds(ContactFieldDraft draft, List<FieldOption> known) {
        var ids = known.stream().map(FieldOption::id).collect(Collectors.toSet());
        return draft.with(
                draft.options().stream()
                        .map(one ->
                                ids.remove(one.id())
                                        ? one
                                        : new FieldOption(
                                                Ids.next().toString(),
                                                one.english(),
                                                one.chinese()))
                        .toList());
    }

    /// While fields change, no contact is saved.
    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parley.contact_field'))")
                .query((_, _) -> 1)
                .single();
    }

    private void save(String sql, ContactFieldId id, ContactFieldDraft draft, SignedIn me) {
        var changed =
                jdbc.sql(sql)
                        .param("id", id.value())
                        .param("kind", draft.kind().name())
                        .param("key", draft.key())
                        .param("english", draft.english())
                        .param("chinese", draft.chinese())
                        .param("englishHelp", draft.englishHelp())
                        .param("chineseHelp", draft.chineseHelp())
                        .param("type", draft.type().name())
                        .param("required", draft.required())
                        .param("atDesk", draft.atDesk())
                        .param("options", ContactFields.json(draft.options()))
                        .param("now", utc(clock.instant()))
                        .param("by", me.userId().value())
                        .update();
        if (changed != 1) {
            throw new IllegalStateException("The field %s was not saved".formatted(id));
        }
    }

    private void record(
            SignedIn me,
            String action,
            ContactFieldId id,
            Map<String, ?> before,
            Map<String, ?> after) {
        audit.record(me.userId(), action, "contactField/" + id, before, after);
    }

    private static Map<String, Object> auditFields(ContactFieldDraft draft) {
        return Map.of(
                "name", draft.english(),
                "chineseName", draft.chinese(),
                "kind", draft.kind().name(),
                "fieldKey", draft.key(),
                "fieldType", draft.type().name(),
                "required", draft.required(),
                "atDesk", draft.atDesk(),
                "options", draft.options().stream().map(FieldOption::english).toList());
    }

    private static void mustManage(SignedIn me) {
        if (!me.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException(
                    "User " + me.userId() + " may not change the fields of contacts");
        }
    }
}
