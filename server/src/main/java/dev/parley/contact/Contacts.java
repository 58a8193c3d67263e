package dev.parley.contact;

import static dev.parley.platform.Columns.utc;

import dev.parley.contact.ContactChange.Conflict;
import dev.parley.contact.ContactChange.Done;
import dev.parley.contact.ContactChange.Gone;
import dev.parley.contact.field.StoredFieldValues;
import dev.parley.identity.Audit;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedList;
import dev.parley.platform.PagedRows;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All contacts and companies, in PostgreSQL. The audit log gets their numbers and the names of the
/// changed fields, never what they contain.
@Repository
public class Contacts {
    private static final PagedList LISTED =
            new PagedList(
                    ContactRows.SELECT
                            + """
                             where (:kind = '' or c.kind = :kind)
                               and (strpos(coalesce(c.name_key, ''), :folded) > 0
                                    or strpos(array_to_string(c.emails, ' '), :folded) > 0
                                    or (:phone <> '' and strpos(regexp_replace(
                                            array_to_string(c.phones, ','), '[^0-9,]', '', 'g'),
                                            :phone) > 0)
                                    or strpos(lower(array_to_string(c.tags, ' ')), :folded) > 0
                                    or strpos(c.field_key, :folded) > 0
                                    or strpos(coalesce(o.name_key, ''), :folded) > 0
                                    or strpos(lower(coalesce(c.name, '')), lower(:search)) > 0)
                            """,
                    Map.of(
                            "name", "name_key",
                            "company", "lower(company_name)",
                            "created", "created_at",
                            "changed", "changed_at"),
                    "name");

    private static final String INSERT =
            """
            insert into contact (id, kind, name, name_key, name_of, company_id, emails, phones,
                                 phone_keys, tags, notes, field_values, field_key, created_at,
                                 created_by, changed_at, changed_by)
            values (:id, :kind, :name, :nameKey, :nameOf, :company, :emails, :phones, :phoneKeys,
                    :tags, :notes, :fieldValues::jsonb,
                    contact_field_key(:fieldValues::jsonb, :searchedFields), :now, :by, :now, :by)
            returning number
            """;

    private static final String UPDATE =
            """
            update contact
               set name = :name, name_key = :nameKey,
                   name_of = case when name = :name then name_of end,
                   company_id = :company, emails = :emails, phones = :phones,
                   phone_keys = :phoneKeys, tags = :tags, notes = :notes,
                   field_values = :fieldValues::jsonb,
                   field_key = contact_field_key(:fieldValues::jsonb, :searchedFields),
                   changed_at = :now, changed_by = :by, revision = revision + 1
             where id = :id
            """;

    private static final String COMPANY_NAMED =
            """
            select id from contact
             where kind = 'COMPANY' and name_key = :nameKey
             order by id = :current::uuid desc nulls last, id
             limit 1
            """;

    private static final String COMPANY_NAMES =
            """
            select name from (select name, name_key from contact
                               where kind = 'COMPANY' and terms @@ :terms::tsquery
                                 and name is not null
                               limit 200) as found
             order by strpos(name_key, :folded) = 1 desc, name_key
             limit 10
            """;

    /// Reads no more than the first few hundred that match. People are also found by their company.
    private static final String LOOK_UP =
            ContactRows.SELECT
                    + """
                     where c.id in (
                               (select id from contact where terms @@ :terms::tsquery limit 300)
                               union all
                               select people.id
                                 from (select id from contact
                                        where kind = 'COMPANY' and terms @@ :terms::tsquery
                                        limit 20) as company
                                cross join lateral (select id from contact
                                                     where company_id = company.id
                                                     limit 50) as people)
                     order by c.name_key = :folded desc, strpos(c.name_key, :folded) = 1 desc,
                              c.name_key, c.id
                     limit :most
                    """;

    /// Those with the same name last: others have the same name more often than the same number.
    private static final String MATCHING =
            ContactRows.SELECT
                    + """
                     where c.emails && :emails::text[] or c.phone_keys && :phones::text[]
                        or c.name_key = :nameKey
                     order by c.emails && :emails::text[] desc,
                              c.phone_keys && :phones::text[] desc, c.id
                     limit :most
                    """;

    private static final String LEAVE_COMPANY =
            """
            update contact
               set company_id = null, changed_at = :now, changed_by = :by, revision = revision + 1
             where company_id = :id
            """;

    private final JdbcClient jdbc;
    private final ContactLinks links;
    private final StoredFieldValues fieldValues;
    private final Audit audit;
    private final Clock clock;

    Contacts(
            JdbcClient jdbc,
            ContactLinks links,
            StoredFieldValues fieldValues,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.fieldValues = fieldValues;
        this.audit = audit;
        this.clock = clock;
    }

    /// {@return this part of the contacts whose name, e-mail address, telephone number, tag or
    /// company contains the search text}
    ///
    /// @param kind null for contacts and companies
    public PagedRows<Contact> list(PageRequest wanted, @Nullable ContactKind kind) {
        var phone = wanted.search().replaceAll("[^0-9]", "");
        return LISTED.part(
                jdbc,
                wanted,
                Map.of(
                        "kind", kind == null ? "" : kind.name(),
                        "folded", ContactKeys.ofName(wanted.search()),
                        "phone", phone.length() < 3 ? "" : phone),
                ContactRows::read);
    }

    public Optional<Contact> byId(ContactId id) {
        return one(ContactRows.SELECT + " where c.id = :id", id);
    }

    /// {@return the contacts with any of these details, or with this name}
    ///
    /// @param name null for no name
    public List<Contact> matching(WrittenDetails details, @Nullable String name, int most) {
        return jdbc.sql(MATCHING)
                .param("emails", array(details.emails()))
                .param("phones", array(details.phones()))
                .param("nameKey", name == null ? null : ContactKeys.ofName(name))
                .param("most", most)
                .query(ContactRows::read)
                .list();
    }

    /// {@return the contacts that fit what is being typed: words of the name may be incomplete, as
    /// may an e-mail address or a telephone number; none while too little is typed}
    public List<Contact> lookUp(String typed, int most) {
        return ContactTerms.condition(typed).stream()
                .flatMap(terms ->
                        jdbc
                                .sql(LOOK_UP)
                                .param("terms", terms)
                                .param("folded", ContactKeys.ofName(typed))
                                .param("most", most)
                                .query(ContactRows::read)
                                .list()
                                .stream())
                .toList();
    }

    /// {@return the names of companies that fit what is being typed}
    public List<String> companyNames(String typed) {
        return ContactTerms.condition(typed).stream()
                .flatMap(terms ->
                        jdbc
                                .sql(COMPANY_NAMES)
                                .param("terms", terms)
                                .param("folded", ContactKeys.ofName(typed))
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }

    /// {@return the people who work for this company, up to a limit}
    public List<Contact> peopleOf(ContactId company, int most) {
        return jdbc.sql(
                        ContactRows.SELECT
                                + " where c.company_id = :id order by c.name_key, c.id limit :most")
                .param("id", company.value())
                .param("most", most)
                .query(ContactRows::read)
                .list();
    }

    /// Creates a contact, and its company if there is none with this name.
    @Transactional
    public ContactId create(ContactDraft draft, UserId by) {
        return create(draft, null, by);
    }

    /// Changes a contact, if it still has this revision.
    @Transactional
    public ContactChange change(ContactId id, int revision, ContactDraft draft, UserId by) {
        lockCompanies();
        var held = one(ContactRows.SELECT + " where c.id = :id for no key update of c", id);
        if (held.isEmpty()) {
            return new Gone();
        }
        var before = held.get();
        if (before.revision() != revision) {
            return new Conflict(before);
        }
        var fields = before.draft().differences(draft);
        if (!fields.isEmpty()) {
            var company = before.company() == null ? null : before.company().id();
            values(UPDATE, id, draft, company(draft, company, by), by).update();
            record(by, "customer.changed", before.number(), Map.of("fields", fields));
            links.publishChanges(id);
        }
        return new Done(id);
    }

    /// Deletes a contact. Customers who are linked to it are not linked any more, and people who
    /// work for this company have none.
    @Transactional
    public ContactChange delete(ContactId id, SignedIn me) {
        ContactRights.mustManage(me);
        lockCompanies();
        var held = one(ContactRows.SELECT + " where c.id = :id for update of c", id);
        if (held.isEmpty()) {
            return new Gone();
        }
        links.publishChanges(id);
        var unlinked = links.removeAllOf(id);
        jdbc.sql(LEAVE_COMPANY)
                .param("id", id.value())
                .param("now", utc(clock.instant()))
                .param("by", me.userId().value())
                .update();
        jdbc.sql(ContactMergeSql.FORGET_CONTACT).param("id", id.value()).update();
        jdbc.sql("delete from contact where id = :id").param("id", id.value()).update();
        record(me.userId(), "customer.deleted", held.get().number(), Map.of("profiles", unlinked));
        return new Done(id);
    }

    /// Creates a contact, perhaps with the name of a customer.
    ///
    /// @param nameOf the customer whose name in the channel was copied; null if the name is not
    ///   from a channel
    ContactId create(ContactDraft draft, @Nullable UUID nameOf, UserId by) {
        var id = new ContactId(Ids.next());
        var number =
                values(INSERT, id, draft, company(draft, null, by), by)
                        .param("kind", draft.kind().name())
                        .param("nameOf", nameOf)
                        .query(Long.class)
                        .single();
        record(by, "customer.created", number, Map.of("kind", draft.kind().name()));
        return id;
    }

    /// {@return the company with the name in this draft, created if there is none; null for none}
    ///
    /// @param current the company until now, which is preferred to others with the same name
    private @Nullable UUID company(ContactDraft draft, @Nullable ContactId current, UserId by) {
        if (draft.company().isEmpty()) {
            return null;
        }
        lockCompanies();
        return companyNamed(draft.company(), current)
                .orElseGet(() -> create(named(draft.company()), null, by).value());
    }

    /// Without the lock, two users could create the same company concurrently. With it the fields
    /// stay as they are.
    void lockCompanies() {
        CompanyLock.take(jdbc);
        fieldValues.keepFields();
    }

    /// {@return the company with this name, protected from being deleted until the transaction
    /// ends}
    private Optional<UUID> companyNamed(String name, @Nullable ContactId current) {
        return jdbc.sql(COMPANY_NAMED + " for key share")
                .param("nameKey", ContactKeys.ofName(name))
                .param("current", current == null ? null : current.value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    private static ContactDraft named(String company) {
        return new ContactDraft(
                ContactKind.COMPANY, company, "", List.of(), List.of(), List.of(), "");
    }

    private Optional<Contact> one(String sql, ContactId id) {
        return jdbc.sql(sql).param("id", id.value()).query(ContactRows::read).optional();
    }

    private JdbcClient.StatementSpec values(
            String sql, ContactId id, ContactDraft draft, @Nullable UUID company, UserId by) {
        return fieldValues
                .write(jdbc.sql(sql), draft.kind(), draft.fields())
                .param("id", id.value())
                .param("name", draft.name())
                .param("nameKey", ContactKeys.ofName(draft.name()))
                .param("company", company)
                .param("emails", array(draft.emails()))
                .param("phones", array(draft.phones()))
                .param("phoneKeys", array(ContactKeys.ofPhones(draft.phones())))
                .param("tags", array(draft.tags()))
                .param("notes", draft.notes())
                .param("by", by.value())
                .param("now", utc(clock.instant()));
    }

    private void record(UserId by, String action, long number, Map<String, ?> values) {
        audit.record(by, action, "customer/" + number, Map.of(), new HashMap<>(values));
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
